import type { Task } from "./task"

/** Whether there is something left to do. */
export function isActive({ status }: Pick<Task, "status">): boolean {
  return status === "open" || status === "waiting"
}
