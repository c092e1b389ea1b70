import type { Task } from "./task"
import type { Trigger } from "../rules/playbooks/playbook"

/** What keeps the request for another number from being opened twice. */
const keyAfter = (task_id: string, wrong: number) =>
  `complete_contact:${task_id}:${wrong}`

/**
 * The key of the request that the last of a task's wrong numbers opened: it
 * ends with how many there were, 0 where the task had never had a number.
 */
export function requestKey({
  id,
  wrong_phones,
}: Pick<Task, "id" | "wrong_phones">): string {
  return keyAfter(id, wrong_phones.length)
}

/** The keys of the requests that all of a task's wrong numbers opened. */
export function requestKeys({
  id,
  wrong_phones,
}: Pick<Task, "id" | "wrong_phones">): string[] {
  return Array.from({ length: wrong_phones.length + 1 }, (_, wrong) =>
    keyAfter(id, wrong)
  )
}

/**
 * Under whose playbooks a task's wrong number asks for another: those of what
 * it is about, as if the order or the customer had come without a number.
 */
export function triggerOfRequest({
  order_id,
  customer_id,
}: Pick<Task, "order_id" | "customer_id">): Trigger {
  return order_id ? "order_placed" : customer_id ? "customer_created" : "manual"
}
