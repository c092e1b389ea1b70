import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE, parseNotice } from "../../modules/follow-up"
import { handlersOf } from "./kinds"

/**
 * Runs an action of an extension. An action that no extension has any more is
 * reported and dropped: it would never succeed.
 */
export async function runCustomAction(
  { name, data }: { name: string; data: Record<string, unknown> },
  container: MedusaContainer
): Promise<void> {
  const notice = parseNotice(data)
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const run = handlersOf(container)
    .map(({ escalation_actions }) => escalation_actions?.[name])
    .find((action) => action !== undefined)
  const task = await followUp.findTask(notice.id)
  if (!run || !task) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `follow-ups: the escalation action "${name}" of task ${notice.id} was not run: ${run ? "the task is gone" : "no code registered it"}`
      )
    return
  }
  await run({ task, step: notice }, container)
}
