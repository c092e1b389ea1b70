import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { findCalendar, FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { clockOf } from "../../../../clock"
import { Refusal } from "../../../../refusals"
import { presentCalendars } from "./present-calendars"
import type { AdminFollowUpCalendarResponse } from "./types"

/**
 * Responds with the current state of a calendar.
 *
 * @throws Refusal for an unknown id
 */
export async function answerCalendar(
  id: string,
  { scope }: Pick<AuthenticatedMedusaRequest, "scope">,
  response: MedusaResponse<AdminFollowUpCalendarResponse>
): Promise<void> {
  const followUp = scope.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(scope).now()
  const book = await followUp.readRuleBook(now)
  const [calendar] = await presentCalendars(
    [findCalendar(id, book)],
    book,
    now,
    scope
  )
  if (!calendar) {
    throw new Refusal("calendar_not_found", { id })
  }
  response.json({ calendar, now: now.toISOString() })
}
