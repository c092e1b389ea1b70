import { Refusal } from "../../../refusals"

/** The refusal for an id that no task has, or whose task may not be seen. */
export function taskNotFound(id: string | undefined): Refusal {
  return new Refusal("task_not_found", { id: id ?? "" })
}
