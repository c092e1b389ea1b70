import type { Task } from "./task"

/** Whether the task is open or waiting. */
export function isActive({ status }: Pick<Task, "status">): boolean {
  return status === "open" || status === "waiting"
}
