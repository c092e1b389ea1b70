import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import type FollowUpModuleService from "../../../modules/follow-up/service"
import type { Task } from "../../../modules/follow-up/task"
import { followCustomers } from "./follow-customers"
import { followOrders } from "./follow-orders"

const PAGE = 200

/**
 * Looks at every open and waiting task, and follows those whose order or
 * customer was canceled, deleted or changed after the task was.
 *
 * @returns the events to deliver
 */
export async function followActiveTasks(
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const event_ids: string[] = []
  for (let after = ""; ;) {
    const tasks = await followUp.listActiveTasks(after, PAGE)
    event_ids.push(
      ...(await followOrders(
        await overtaken("order", tasks, ({ order_id }) => order_id, container),
        container
      )),
      ...(await followCustomers(
        {
          customer_ids: await overtaken(
            "customer",
            tasks.filter(({ order_id }) => order_id === null),
            ({ customer_id }) => customer_id,
            container
          ),
          announced: false,
        },
        container
      ))
    )
    const last = tasks.at(-1)
    if (!last || tasks.length < PAGE) {
      return event_ids
    }
    after = last.id
  }
}

/** The records that are gone or that changed after a task of theirs. */
async function overtaken(
  entity: "order" | "customer",
  tasks: Task[],
  idOf: (task: Task) => string | null,
  container: MedusaContainer
): Promise<string[]> {
  const ids = [...new Set(tasks.flatMap((task) => idOf(task) ?? []))]
  if (ids.length === 0) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity,
    fields: ["id", "updated_at"],
    filters: { id: ids },
  })
  const updated_at = new Map(
    data.map((record) => [record.id, new Date(record.updated_at)])
  )
  const isOvertaken = (task: Task) => {
    const changed = updated_at.get(idOf(task) ?? "")
    return !changed || changed > task.updated_at
  }
  return [
    ...new Set(tasks.filter(isOvertaken).flatMap((task) => idOf(task) ?? [])),
  ]
}
