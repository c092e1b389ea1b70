import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE, parseCalendar } from "../../../../modules/follow-up"
import { clockOf } from "../../../../clock"
import { changeRules } from "../rule-changes"
import { answerCalendar } from "./answer-calendar"
import { presentCalendars } from "./present-calendars"
import type {
  AdminFollowUpCalendarListResponse,
  AdminFollowUpCalendarResponse,
} from "./types"
import type { CreateCalendar, ListCalendars } from "./validators"
import { tellingRefusals } from "../tell-refusals"

/** The shop's business calendars, the default one first. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, ListCalendars>,
    response: MedusaResponse<AdminFollowUpCalendarListResponse>
  ) => {
    const { scope } = request
    const { limit, offset } = request.validatedQuery
    const now = clockOf(scope).now()
    const book = await scope.resolve(FOLLOW_UP_MODULE).readRuleBook(now)
    const page = book.calendars.slice(offset, offset + limit)
    response.json({
      calendars: await presentCalendars(page, book, now, scope),
      count: book.calendars.length,
      limit,
      offset,
      now: now.toISOString(),
    })
  }
)

/** Adds a calendar, which is not bound to anything yet. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<CreateCalendar>,
    response: MedusaResponse<AdminFollowUpCalendarResponse>
  ) => {
    const { name, definition } = request.validatedBody
    const id = generateEntityId(undefined, "fucal")
    await changeRules(
      {
        kind: "create_calendar",
        id,
        name,
        definition: parseCalendar(definition),
      },
      request
    )
    await answerCalendar(id, request, response)
  }
)
