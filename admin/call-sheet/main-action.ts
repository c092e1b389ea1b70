import type { FallbackKind } from "../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../api/follow-up"
import type { CallSheet } from "../api/queries"
import { isClosed } from "../task/outcome-actions"
import type { LocalTime } from "./local-time"

type Situation = {
  contact: Pick<FollowUp, "phone" | "phone_e164" | "email">
  /** Outside calling hours where the customer is. */
  outside: LocalTime["outside"]
  phoneWasWrong: boolean
  /** Once the attempts are used up: another button takes the place of the call. */
  fallback: FallbackKind | null
  /** A provider sends what is written on the sheet. */
  canWrite: boolean
  /** The user is on the phone, or has settled a part of the call already. */
  isSpeaking: boolean
  /** What the user has begun: a form in the foot, or something in a section. */
  begun: "form" | "section" | null
}

export type MainAction = "contact" | "fallback" | "outcome" | "form" | "section"

/**
 * What is to be done next on the sheet: its button is the only filled one. To
 * finish what the user has begun (`form`, `section`), to call or to write
 * (`contact`), what the playbook says after the last attempt (`fallback`), or to
 * record what came of it (`outcome`).
 */
export function mainAction({
  contact,
  outside,
  phoneWasWrong,
  fallback,
  canWrite,
  isSpeaking,
  begun,
}: Situation): MainAction {
  if (begun) {
    return begun
  }
  if (isSpeaking) {
    return "outcome"
  }
  if (fallback === "message_customer" && !canWrite && !contact.phone_e164) {
    // Without a number, a letter is offered in any case.
    return contact.email ? "contact" : "outcome"
  }
  if (fallback) {
    return "fallback"
  }
  if (contact.phone_e164 === null) {
    return contact.phone === null && contact.email ? "contact" : "outcome"
  }
  return phoneWasWrong || outside === "yes" ? "outcome" : "contact"
}

/**
 * Whether a part of the call is settled already, so that the user is on the
 * phone. What the customer wrote, such as their number, settles a task too.
 *
 * @param attempts - of the call, newest first
 */
export const isPartSettled = (
  tasks: readonly Pick<FollowUp, "id" | "status">[],
  attempts: readonly Pick<
    CallSheet["attempts"][number],
    "task_id" | "channel"
  >[]
): boolean =>
  tasks.some((task) => {
    const last = attempts.find(({ task_id }) => task_id === task.id)
    return isClosed(task) && (last?.channel ?? "phone") === "phone"
  })
