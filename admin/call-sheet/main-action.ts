import type { FollowUp } from "../api/follow-up"
import type { LocalTime } from "./local-time"

type Situation = {
  contact: Pick<FollowUp, "phone" | "phone_e164" | "email">
  /** Outside calling hours where the customer is. */
  outside: LocalTime["outside"]
  phoneWasWrong: boolean
  /** The attempts are used up: another button takes the place of the call. */
  isStuck: boolean
  /** The user is on the phone, or has settled a part of the call already. */
  isSpeaking: boolean
}

/**
 * What is to be done next on the sheet: its button is the only filled one. To
 * call or to write (`contact`), what the playbook says after the last attempt
 * (`fallback`), or to record what came of it (`outcome`).
 */
export function mainAction({
  contact,
  outside,
  phoneWasWrong,
  isStuck,
  isSpeaking,
}: Situation): "contact" | "fallback" | "outcome" {
  if (isSpeaking) {
    return "outcome"
  }
  if (isStuck) {
    return "fallback"
  }
  if (contact.phone_e164 === null) {
    return contact.phone === null && contact.email ? "contact" : "outcome"
  }
  return phoneWasWrong || outside === "yes" ? "outcome" : "contact"
}
