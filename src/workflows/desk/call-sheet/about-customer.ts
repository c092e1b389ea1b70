import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  type FollowUpModuleService,
  isVisible,
  type Task,
  wrongNumbers,
} from "../../../modules/follow-up"
import {
  type EarlierOrder,
  loadEarlierOrders,
} from "../../../shop/earlier-orders"
import { loadPersons } from "../persons"
import { loadUsers, type UserFacts } from "../../../shop/users"

export type StoredAttempt = Awaited<
  ReturnType<FollowUpModuleService["listFollowUpAttempts"]>
>[number]

/** As many as a person reads before a call. */
const MAX_ATTEMPTS = 50

const MAX_ORDERS = 10

/** The customer's history, for a task. */
export type AboutCustomer = {
  /** Newest first, each with its task. */
  attempts: { attempt: StoredAttempt; task: Task }[]
  /** The users who made the attempts, by id. */
  users: ReadonlyMap<string, UserFacts>
  /** Somebody else answered at this number; without one, at the last one. */
  phone_was_wrong: boolean
  /** All such numbers of this customer, in E.164 and as they were typed. */
  wrong_phones: string[]
  /** The latest orders before the call's, newest first, and how many there are. */
  earlier: { orders: EarlierOrder[]; count: number }
}

/** This person's tasks that may be seen, including the given one. */
export async function tasksOfCustomer(
  task: Task,
  visible_to: string | null | undefined,
  container: MedusaContainer
): Promise<Task[]> {
  const tasks = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ person_id: [task.person_id] })
  return tasks.filter((each) => isVisible(each, visible_to))
}

/**
 * @param tasks - the customer's
 * @param before - when this task's order was placed, or what it is about happened
 * @param order_ids - the orders of the call, of which none is an earlier one
 */
export async function aboutCustomer(
  task: Task,
  tasks: Task[],
  before: Date,
  order_ids: string[],
  container: MedusaContainer
): Promise<AboutCustomer> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const attempts = await followUp.listFollowUpAttempts(
    {
      id: await followUp.attemptsOfCalls(
        tasks.map(({ id }) => id),
        MAX_ATTEMPTS
      ),
    },
    { order: { attempted_at: "DESC", id: "DESC" }, take: MAX_ATTEMPTS }
  )
  const [person] = await loadPersons([task], container)
  const wrong = wrongNumbers(tasks, followUp.settings.default_country)
  const numbered = task.phone === null ? tasks : [task]
  return {
    attempts: attempts.map((attempt) => ({
      attempt,
      task: tasks.find(({ id }) => id === attempt.task_id) ?? task,
    })),
    users: await loadUsers(
      attempts.map(({ actor_id }) => actor_id),
      container
    ),
    phone_was_wrong: numbered.some(
      ({ phone, phone_e164 }) =>
        phone !== null && wrong.has(phone_e164 ?? phone.trim())
    ),
    wrong_phones: [...wrong],
    earlier: await loadEarlierOrders(
      {
        customer_ids: person?.customer_ids ?? [],
        before,
        besides: order_ids,
      },
      MAX_ORDERS,
      container
    ),
  }
}
