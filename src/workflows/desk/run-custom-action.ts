import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { escalationActionsOf } from "../../modules/follow-up/options/custom-actions"
import { parseNotice } from "../../modules/follow-up/notices/parse-notice"
import type FollowUpModuleService from "../../modules/follow-up/service"

/**
 * Runs an action that the shop's own code registered. One that is registered no
 * more is reported and done with: it would never succeed.
 */
export async function runCustomAction(
  { name, data }: { name: string; data: Record<string, unknown> },
  container: MedusaContainer
): Promise<void> {
  const notice = parseNotice(data)
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
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
