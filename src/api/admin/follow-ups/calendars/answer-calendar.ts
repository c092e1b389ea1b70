import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { findCalendar, FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import { clockOf } from "../../../../clock"
import { presentCalendars } from "./present-calendars"
import type { AdminFollowUpCalendarResponse } from "./types"

/**
 * Answers with a calendar as it is now.
 *
 * @throws MedusaError NOT_FOUND for an unknown id
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
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Business calendar with id: ${id} was deleted meanwhile`
    )
  }
  response.json({ calendar, now: now.toISOString() })
}
