import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Change,
  type CommandRequest,
  FOLLOW_UP_MODULE,
  type FollowUpModuleService,
} from "../../modules/follow-up"
import { clockOf } from "../../clock"
import { Refusal } from "../../refusals"
import { loadUsers, requireUser } from "../../shop/users"
import type { AttemptChannel } from "../../desk/attempts"
import { writtenChannels } from "../desk/written-channels"
import { refuseUndone } from "../desk/refuse-undone"
import { openingAfterWrongNumber } from "../desk/opening-after-wrong-number"

/**
 * Runs one command on one task.
 *
 * @throws Refusal for an unknown task or assignee, a channel that nothing serves, and if the task's state does
 * not allow it, with the name of the person who was quicker if there is one
 */
export async function commandTask(
  request: CommandRequest,
  container: MedusaContainer
): Promise<Change> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  if (request.command.kind === "assign" && request.command.assignee_id) {
    await requireUser(request.command.assignee_id, container)
  }
  if (request.command.kind === "cancel") {
    refuseUnknownReason(request.command.reason, request.actor_id, followUp)
  }
  if (request.command.kind === "record_attempt" && request.command.message) {
    refuseUnserved(request.command.channel, container)
  }
  await refuseUndone(request, container)
  const now = clockOf(container).now()
  const opening = await openingAfterWrongNumber(request, now, container)
  try {
    return await followUp.runCommand({ ...request, opening }, now)
  } catch (error) {
    throw error instanceof Refusal ? await withName(error, container) : error
  }
}

/**
 * Programs may give any declared reason, people only those that are offered.
 */
function refuseUnknownReason(
  reason: string,
  actor_id: string | null,
  { settings }: Pick<FollowUpModuleService, "settings">
): void {
  const allowed = settings.cancel_reasons
    .filter(({ is_offered }) => actor_id === null || is_offered)
    .map(({ reason }) => reason)
  if (!allowed.includes(reason)) {
    throw new Refusal("reason_unknown", { was: reason, allowed }, ["reason"])
  }
}

/** A message by phone is refused by its own rule. */
function refuseUnserved(
  channel: AttemptChannel,
  container: MedusaContainer
): void {
  const allowed = writtenChannels(container)
  if (channel !== "phone" && !allowed.includes(channel)) {
    throw new Refusal("channel_not_served", { channel, allowed }, ["channel"])
  }
}

/** Adds the person's name: the decision knows only ids. */
export async function withName(
  refusal: Refusal,
  container: MedusaContainer
): Promise<Refusal> {
  const { assignee } = refusal.values
  return typeof assignee === "string"
    ? refusal.told({ assignee: await nameOf(assignee, container) })
    : refusal
}

async function nameOf(
  user_id: string,
  container: MedusaContainer
): Promise<string> {
  const user = (await loadUsers([user_id], container)).get(user_id)
  return user ? (user.name ?? user.email) : "a user who was deleted"
}
