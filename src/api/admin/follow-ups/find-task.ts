import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  type Task,
  taskNotFound,
} from "../../../modules/follow-up"

/** @throws Refusal for an unknown id */
export async function findTask(
  id: string | undefined,
  container: MedusaContainer
): Promise<Task> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const task = id ? await followUp.findTask(id) : null
  if (!task) {
    throw taskNotFound(id)
  }
  return task
}
