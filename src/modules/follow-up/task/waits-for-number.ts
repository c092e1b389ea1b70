import type { Task } from "./task"

/** Whether the number was wrong, and the task waits for another one. */
export function waitsForNumber({
  status,
  waiting_reason,
}: Pick<Task, "status" | "waiting_reason">): boolean {
  return status === "waiting" && waiting_reason === "new_number"
}
