import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  escalationActionsOf,
  FOLLOW_UP_MODULE,
  parseNotice,
} from "../../modules/follow-up"

/**
 * Runs an action that the shop's own code registered. One that is registered no
 * more is reported and done with: it would never succeed.
 */
export async function runCustomAction(
  { name, data }: { name: string; data: Record<string, unknown> },
  container: MedusaContainer
): Promise<void> {
  const notice = parseNotice(data)
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const action = escalationActionsOf(container, followUp.settings)[name]
  const task = await followUp.findTask(notice.id)
  if (!action || !task) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `follow-ups: the escalation action "${name}" of task ${notice.id} was not run: ${action ? "the task is gone" : "no code registered it"}`
      )
    return
  }
  await action.run({ task, step: notice }, container)
}
