import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import type FollowUpModuleService from "../../../modules/follow-up/service"
import type { Task } from "../../../modules/follow-up/task/task"
import { taskNotFound } from "../../../modules/follow-up/task/task-not-found"

/** @throws MedusaError NOT_FOUND for an unknown id */
export async function findTask(
  id: string | undefined,
  container: MedusaContainer
): Promise<Task> {
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const task = id ? await followUp.findTask(id) : null
  if (!task) {
    throw taskNotFound(id)
  }
  return task
}
