import { isActive } from "./is-active"
import type { Task } from "./task"

/** Keeps the request for another number from being opened twice. */
const keyAfter = (type: string, task_id: string, wrong: number) =>
  `${type}:${task_id}:${wrong}`

/**
 * The key of the request that the last of a task's wrong numbers opened. It
 * ends with their count, 0 if the task never had a number.
 *
 * @param type - the task type that collects a phone number from the customer
 */
export function requestKey(
  type: string,
  { id, wrong_phones }: Pick<Task, "id" | "wrong_phones">
): string {
  return keyAfter(type, id, wrong_phones.length)
}

/** The keys of the requests for all of a task's wrong numbers. */
export function requestKeys(
  type: string | null,
  { id, wrong_phones }: Pick<Task, "id" | "wrong_phones">
): string[] {
  return type === null
    ? []
    : Array.from({ length: wrong_phones.length + 1 }, (_, wrong) =>
        keyAfter(type, id, wrong)
      )
}

/**
 * Whether somebody is being asked for the number that a task waits for: by a
 * request of its own, or by that for another task of the same person.
 *
 * @param tasks - those with its request keys, and those of the person
 */
export function isAskedFor(
  type: string | null,
  task: Pick<Task, "id" | "wrong_phones" | "person_id">,
  tasks: readonly Task[]
): boolean {
  const keys = requestKeys(type, task)
  return tasks.some(
    (other) =>
      isActive(other) &&
      (keys.includes(other.dedupe_key ?? "") ||
        (other.type === type && other.person_id === task.person_id))
  )
}

/**
 * The trigger whose playbooks apply to the request after a wrong number: that
 * of the task's order or customer, as if it had come without a number.
 */
export function triggerOfRequest({
  order_id,
  customer_id,
}: Pick<Task, "order_id" | "customer_id">): string {
  return order_id ? "order_placed" : customer_id ? "customer_created" : "manual"
}
