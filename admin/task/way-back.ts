import type { Command } from "../api/command"
import type { TextKey } from "../i18n/text-key"
import { canReopen, isClosed, type Closable } from "./outcome-actions"

/**
 * The command that undoes another, if one does. An attempt is withdrawn, unless
 * it recorded a new phone number, which is already in use, or sent a message; a
 * task closed in another way is reopened, unless its order is canceled.
 */
export function wayBack(
  before: Closable,
  after: Closable,
  command: Command
): Command | undefined {
  if (command.name === "attempts" && command.body.message) {
    return undefined
  }
  if (command.name === "attempts" && command.body.phone === undefined) {
    return { name: "withdraw-attempt" }
  }
  return canReopen(after) && !isClosed(before)
    ? { name: "reopen", body: {} }
    : undefined
}

/** Why a command that has an effect on the customer has no way back. */
export function whyItStays(command: Command): TextKey | undefined {
  if (command.name === "cancel-order") {
    return "forms.cancelOrderHint"
  }
  return command.name === "attempts" && command.body.message
    ? "refusals.message_stays"
    : undefined
}
