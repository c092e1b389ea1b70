import type { Command } from "../api/command"
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
