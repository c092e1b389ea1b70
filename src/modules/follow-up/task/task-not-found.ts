import { MedusaError } from "@medusajs/framework/utils"

/** What is thrown for an id that no task has, or none that may be seen. */
export function taskNotFound(id: string | undefined): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Follow-up task with id: ${id} was not found`
  )
}
