import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  type CalendarChange,
  parseCalendar,
} from "../../../../../modules/follow-up"
import { answerDryRun, changeRules } from "../../rule-changes"
import { answerCalendar } from "../answer-calendar"
import type {
  AdminFollowUpCalendarDeleteResponse,
  AdminFollowUpCalendarResponse,
  AdminFollowUpDryRunResponse,
} from "../types"
import type { DryRunOrNot } from "../../validators"
import type { DeleteCalendar, UpdateCalendar } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

/** One business calendar. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminFollowUpCalendarResponse>
  ) => {
    await answerCalendar(request.params.id ?? "", request, response)
  }
)

/** Changes a calendar, or previews what the change would do. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<UpdateCalendar, DryRunOrNot>,
    response: MedusaResponse<
      AdminFollowUpCalendarResponse | AdminFollowUpDryRunResponse
    >
  ) => {
    const { params, validatedBody, validatedQuery } = request
    const { definition, bindings, ...fields } = validatedBody
    const id = params.id ?? ""
    const change: CalendarChange = {
      kind: "update_calendar",
      id,
      ...fields,
      ...(bindings && { bindings }),
      ...(definition !== undefined && {
        definition: parseCalendar(definition),
      }),
    }
    if (validatedQuery.dry_run) {
      return await answerDryRun(change, request, response)
    }
    await changeRules(change, request)
    await answerCalendar(id, request, response)
  }
)

/** Deletes a calendar, or previews what that would do. */
export const DELETE = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, DeleteCalendar>,
    response: MedusaResponse<
      AdminFollowUpCalendarDeleteResponse | AdminFollowUpDryRunResponse
    >
  ) => {
    const { params, validatedQuery } = request
    const id = params.id ?? ""
    const change: CalendarChange = {
      kind: "delete_calendar",
      id,
      replace_with: validatedQuery.replace_with ?? null,
    }
    if (validatedQuery.dry_run) {
      return await answerDryRun(change, request, response)
    }
    await changeRules(change, request)
    response.json({ id, object: "follow_up_calendar", deleted: true })
  }
)
