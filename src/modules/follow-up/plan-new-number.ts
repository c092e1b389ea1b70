import type { Command } from "./decide/command"
import { isActive } from "./is-active"
import { isCallable } from "./phone"
import type { Contact, Task } from "./task"

/** Whether somebody else answered, and the task waits for another number. */
export function waitsForNumber({
  status,
  waiting_reason,
}: Pick<Task, "status" | "waiting_reason">): boolean {
  return status === "waiting" && waiting_reason === "new_number"
}

/** The requests for a number that a wrong one opened for this task. */
export function requestsFor(task: Pick<Task, "id">, tasks: Task[]): Task[] {
  return tasks.filter(({ dedupe_key }) =>
    dedupe_key?.startsWith(`complete_contact:${task.id}:`)
  )
}

/**
 * Where a task waits for a new number: it goes on with one that is there, and
 * turns to its fallback when nobody is being asked for one any more.
 *
 * @param contact - whom to call, wrong numbers passed over
 * @param tasks - among which the requests for the number are
 */
export function planNewNumber(
  task: Task,
  { phone, country_code }: Contact,
  tasks: Task[],
  default_country: string | null
): Command[] {
  if (!waitsForNumber(task)) {
    return []
  }
  if (isCallable(phone, country_code ?? default_country)) {
    return [{ kind: "resume" }]
  }
  return requestsFor(task, tasks).some(isActive)
    ? []
    : [{ kind: "give_up_calling" }]
}
