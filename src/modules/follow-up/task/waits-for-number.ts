import type { Task } from "./task"

/** Whether somebody else answered, and the task waits for another number. */
export function waitsForNumber({
  status,
  waiting_reason,
}: Pick<Task, "status" | "waiting_reason">): boolean {
  return status === "waiting" && waiting_reason === "new_number"
}
