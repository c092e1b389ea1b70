import {
  countsFrom,
  newSince,
  openedByTrigger,
  type Planning,
  unansweredSince,
} from "./plan"
import type { OpenRequest } from "../task/open-request"
import type { OrderFacts } from "../../../shop/orders"
import { choosePlaybook, WAITS_FOR_ANSWER } from "./choose-playbook"
import { typesTriggeredBy } from "../rules/playbooks/triggered-by"
import type { OpeningFacts } from "./opening-facts"
import { numbersReceived } from "../contact/number-to-call"
import type { TaskType } from "../rules/playbooks/task-types"
import { judgeSafety } from "./safe-orders"
import type { OrderReference, Task } from "../task/task"
import type { Contact } from "../contact/contact"

/**
 * The types of which this order may open a task, so that the facts for
 * conditions are read only for such orders. A call and the request for a number
 * come one after the other: once the customer is called, no number is
 * requested.
 */
export function typesToOpen(
  order: OrderFacts,
  tasks: Pick<Task, "type">[],
  planning: Planning
): string[] {
  if (
    order.canceled_at ||
    order.is_draft ||
    order.over ||
    !order.came_from_cart ||
    order.created_at < planning.first_start
  ) {
    return []
  }
  const { types } = planning
  const has = (wanted: string) => tasks.some(({ type }) => type === wanted)
  const hasOne = (wanted: (type: TaskType | undefined) => boolean) =>
    tasks.some(({ type }) => wanted(types.get(type)))
  const isPast = countsFrom(order.created_at, planning) === null
  return typesTriggeredBy("order_placed", planning.book).filter((name) => {
    const type = types.get(name)
    if (has(name)) {
      return false
    }
    if (needsPhone(type)) {
      return !isPast || hasOne(getsPhone)
    }
    return !isPast && !(getsPhone(type) && hasOne(needsPhone))
  })
}

const needsPhone = (type: TaskType | undefined) => type?.needs === "phone"
const getsPhone = (type: TaskType | undefined) => type?.gets === "phone"

/** The missing tasks, each under the first playbook that matches. */
export function openForOrder(
  order: OrderFacts,
  tasks: Task[],
  contact: Contact,
  facts: OpeningFacts,
  planning: Planning
): OpenRequest[] {
  const { types } = planning
  const chosen = typesToOpen(order, tasks, planning).map((type) => ({
    type,
    playbook: choosePlaybook(
      type,
      "order_placed",
      facts,
      planning.book,
      unansweredSince(awaitedSince(type, order, tasks, planning), planning)
    ),
  }))
  const requests = chosen.flatMap(({ type, playbook }) => {
    const opened_at = openedAt(type, order, tasks, planning)
    if (!playbook || playbook === WAITS_FOR_ANSWER || !opened_at) {
      return []
    }
    const request: OpenRequest = {
      ...contact,
      ...orderReference(order),
      sales_channel_id: order.sales_channel_id,
      region_id: order.region_id,
      stock_location_id: facts.stock_location_id,
      locale: order.locale,
      type,
      playbook_id: playbook.id,
      opened_at,
      dedupe_key: openedByTrigger(type, order.id),
    }
    const safety = judgeSafety(
      types.get(type)?.has_safe_orders ? playbook.definition.safe_orders : null,
      order.id,
      facts.conditions,
      facts.safety
    )
    if (!safety.is_safe) {
      return [request]
    }
    return safety.is_audited
      ? [{ ...request, audit: true }]
      : [{ ...request, auto_confirm: { reasons: safety.reasons } }]
  })
  // A customer who can be called is not asked for the number.
  return chosen.some(
    ({ type, playbook }) => needsPhone(types.get(type)) && playbook
  )
    ? requests.filter(({ type }) => !getsPhone(types.get(type)))
    : requests
}

/** A call that was waiting for a number counts from when the number arrived. */
function openedAt(
  type: string,
  order: OrderFacts,
  tasks: Task[],
  planning: Planning
): Date | null {
  const { types, now } = planning
  const asked = tasks.find((task) => getsPhone(types.get(task.type)))
  if (!needsPhone(types.get(type)) || !asked) {
    return countsFrom(order.created_at, planning)
  }
  const [received] = numbersReceived([asked], planning)
  return received?.completed_at ?? now
}

/** From when the reconciler looks for the task; null if it does not. */
function awaitedSince(
  type: string,
  order: OrderFacts,
  tasks: Task[],
  planning: Planning
): Date | null {
  const [received] = needsPhone(planning.types.get(type))
    ? numbersReceived(tasks, planning)
    : []
  return received ? received.completed_at : newSince(order.created_at, planning)
}

export function orderReference(order: OrderFacts): OrderReference {
  return {
    order_id: order.id,
    order_display_id: order.display_id,
    currency_code: order.currency_code,
    order_total: order.total,
    customer_comment: order.customer_comment,
  }
}
