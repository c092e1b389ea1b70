import {
  defineMiddlewares,
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import {
  CreateCalendar,
  DeleteCalendar,
  DryRunOrNot,
  GetApplyingCalendar,
  GetHolidays,
  ListCalendars,
  ListHolidayCountries,
  PreviewCalendar,
  UpdateCalendar,
} from "./admin/follow-ups/calendars/validators"
import {
  CreateCannedAnswer,
  ListCannedAnswers,
  UpdateCannedAnswer,
} from "./admin/follow-ups/canned-answers/validators"
import {
  CreatePlaybook,
  ListPlaybooks,
  OrderPlaybooks,
  UpdatePlaybook,
} from "./admin/follow-ups/playbooks/validators"
import { PreviewScript } from "./admin/follow-ups/scripts/validators"
import {
  AssignFollowUp,
  CancelFollowUp,
  CompleteFollowUp,
  GetCallSheet,
  ListAssignees,
  ListFollowUps,
  NoFields,
  NoteFollowUp,
  RecordAttempt,
  ReopenFollowUp,
  WaitFollowUp,
} from "./admin/follow-ups/validators"

const ROOT = "/admin/follow-ups"

const reads: [path: string, query: z.ZodType][] = [
  ["", ListFollowUps],
  ["/counts", NoFields],
  ["/task-types", NoFields],
  ["/assignees", ListAssignees],
  ["/:id", NoFields],
  ["/:id/explanation", NoFields],
  ["/:id/call-sheet", GetCallSheet],
  ["/calendars", ListCalendars],
  ["/calendars/applying", GetApplyingCalendar],
  ["/calendars/holidays", GetHolidays],
  ["/calendars/holiday-countries", ListHolidayCountries],
  ["/calendars/:id", NoFields],
  ["/playbooks", ListPlaybooks],
  ["/playbooks/vocabulary", NoFields],
  ["/playbooks/:id", NoFields],
  ["/scripts/variables", NoFields],
  ["/canned-answers", ListCannedAnswers],
  ["/canned-answers/:id", NoFields],
]

const commands: [path: string, body: z.ZodType][] = [
  ["assign", AssignFollowUp],
  ["claim", NoFields],
  ["attempts", RecordAttempt],
  ["wait", WaitFollowUp],
  ["resume", NoFields],
  ["complete", CompleteFollowUp],
  ["cancel", CancelFollowUp],
  ["cancel-order", NoFields],
  ["reopen", ReopenFollowUp],
  ["notes", NoteFollowUp],
]

/** Changes of the rules: those with a query can be tried before they are made. */
const ruleChanges: {
  method: "POST" | "DELETE"
  path: string
  body?: z.ZodType
  query?: z.ZodType
}[] = [
  { method: "POST", path: "/calendars", body: CreateCalendar },
  { method: "POST", path: "/calendars/preview", body: PreviewCalendar },
  {
    method: "POST",
    path: "/calendars/:id",
    body: UpdateCalendar,
    query: DryRunOrNot,
  },
  { method: "DELETE", path: "/calendars/:id", query: DeleteCalendar },
  { method: "POST", path: "/playbooks", body: CreatePlaybook },
  { method: "POST", path: "/playbooks/order", body: OrderPlaybooks },
  {
    method: "POST",
    path: "/playbooks/:id",
    body: UpdatePlaybook,
    query: DryRunOrNot,
  },
  { method: "POST", path: "/playbooks/:id/reset", body: NoFields },
  { method: "DELETE", path: "/playbooks/:id", query: NoFields },
  { method: "POST", path: "/scripts/preview", body: PreviewScript },
  { method: "POST", path: "/canned-answers", body: CreateCannedAnswer },
  { method: "POST", path: "/canned-answers/:id", body: UpdateCannedAnswer },
  { method: "DELETE", path: "/canned-answers/:id", query: NoFields },
]

const routes: MiddlewareRoute[] = [
  ...reads.map(([path, query]): MiddlewareRoute => ({
    method: "GET",
    matcher: `${ROOT}${path}`,
    middlewares: [validateAndTransformQuery(query, {})],
  })),
  ...commands.map(([path, body]): MiddlewareRoute => ({
    method: "POST",
    matcher: `${ROOT}/:id/${path}`,
    middlewares: [validateAndTransformBody(body)],
  })),
  ...ruleChanges.map(({ method, path, body, query }): MiddlewareRoute => ({
    method,
    matcher: `${ROOT}${path}`,
    middlewares: [
      ...(body ? [validateAndTransformBody(body)] : []),
      ...(query ? [validateAndTransformQuery(query, {})] : []),
    ],
  })),
]

export default defineMiddlewares({ routes })
