import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  type Change,
  type CommandRequest,
  FOLLOW_UP_MODULE,
  fullName,
  Refusal,
} from "../../modules/follow-up"
import { clockOf } from "../../clock"
import { openingAfterWrongNumber } from "../desk/opening-after-wrong-number"

/**
 * Runs one command on one task.
 *
 * @throws MedusaError NOT_FOUND for an unknown task or assignee
 * @throws MedusaError NOT_ALLOWED where the task's state does not allow it,
 * with the name of the person who was quicker where there is one
 */
export async function commandTask(
  request: CommandRequest,
  container: MedusaContainer
): Promise<Change> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  if (request.command.kind === "assign" && request.command.assignee_id) {
    await container
      .resolve(Modules.USER)
      .retrieveUser(request.command.assignee_id)
  }
  const now = clockOf(container).now()
  const opening = await openingAfterWrongNumber(request, now, container)
  try {
    return await followUp.runCommand({ ...request, opening }, now)
  } catch (error) {
    throw error instanceof Refusal
      ? await asMedusaError(error, container)
      : error
  }
}

async function asMedusaError(
  refusal: Refusal,
  container: MedusaContainer
): Promise<MedusaError> {
  const message = refusal.assignee_id
    ? refusal.message.replace(
        "{assignee}",
        await nameOf(refusal.assignee_id, container)
      )
    : refusal.message
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}

async function nameOf(
  user_id: string,
  container: MedusaContainer
): Promise<string> {
  const [user] = await container
    .resolve(Modules.USER)
    .listUsers({ id: user_id }, { withDeleted: true })
  return user ? (fullName(user) ?? user.email) : "a user who was deleted"
}
