import { Refusal } from "../../../refusals"

/** What is thrown for an id that no task has, or none that may be seen. */
export function taskNotFound(id: string | undefined): Refusal {
  return new Refusal("task_not_found", { id: id ?? "" })
}
