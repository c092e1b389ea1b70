import {
  defineMiddlewares,
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { allowEither } from "./admin/follow-ups/allow-either"
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
import { FOLLOW_UP, FOLLOW_UP_RULE } from "../policies/follow-ups"

const ROOT = "/admin/follow-ups"

/**
 * A calendar with a thousand exceptions of 24 windows has 0.7 MB, a playbook with
 * long texts in forty languages 0.8 MB. Medusa's own limit is 100 kB.
 */
const LARGEST_RULE = "2mb"

/** Which of the plugin's pages show rules. */
const RULES = /^\/(calendars|playbooks|scripts)\b/

/** What is needed to work at the desk, and to edit the rules. */
const FOR_BOTH = /^\/(canned-answers|assignees|task-types)\b/

const READ_FOLLOW_UPS = { resource: FOLLOW_UP, operation: "read" }

const READ_RULES = { resource: FOLLOW_UP_RULE, operation: "read" }

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
  ["withdraw-attempt", NoFields],
  ["wait", WaitFollowUp],
  ["resume", NoFields],
  ["complete", CompleteFollowUp],
  ["cancel", CancelFollowUp],
  ["cancel-order", NoFields],
  ["reopen", ReopenFollowUp],
  ["notes", NoteFollowUp],
]

/** Changes of the rules; those with `DryRunOrNot` can be tried first. */
const ruleChanges: {
  method: "POST" | "DELETE"
  path: string
  operation: "read" | "create" | "update" | "delete"
  body?: z.ZodType
  query: z.ZodType
}[] = [
  {
    method: "POST",
    path: "/calendars",
    operation: "create",
    body: CreateCalendar,
    query: NoFields,
  },
  {
    method: "POST",
    path: "/calendars/preview",
    operation: "read",
    body: PreviewCalendar,
    query: NoFields,
  },
  {
    method: "POST",
    path: "/calendars/:id",
    operation: "update",
    body: UpdateCalendar,
    query: DryRunOrNot,
  },
  {
    method: "DELETE",
    path: "/calendars/:id",
    operation: "delete",
    query: DeleteCalendar,
  },
  {
    method: "POST",
    path: "/playbooks",
    operation: "create",
    body: CreatePlaybook,
    query: NoFields,
  },
  {
    method: "POST",
    path: "/playbooks/order",
    operation: "update",
    body: OrderPlaybooks,
    query: NoFields,
  },
  {
    method: "POST",
    path: "/playbooks/:id",
    operation: "update",
    body: UpdatePlaybook,
    query: DryRunOrNot,
  },
  {
    method: "POST",
    path: "/playbooks/:id/reset",
    operation: "update",
    body: NoFields,
    query: DryRunOrNot,
  },
  {
    method: "DELETE",
    path: "/playbooks/:id",
    operation: "delete",
    query: NoFields,
  },
  {
    method: "POST",
    path: "/scripts/preview",
    operation: "read",
    body: PreviewScript,
    query: NoFields,
  },
  {
    method: "POST",
    path: "/canned-answers",
    operation: "create",
    body: CreateCannedAnswer,
    query: NoFields,
  },
  {
    method: "POST",
    path: "/canned-answers/:id",
    operation: "update",
    body: UpdateCannedAnswer,
    query: NoFields,
  },
  {
    method: "DELETE",
    path: "/canned-answers/:id",
    operation: "delete",
    query: NoFields,
  },
]

const routes: MiddlewareRoute[] = [
  ...reads.map(([path, query]): MiddlewareRoute => ({
    method: "GET",
    matcher: `${ROOT}${path}`,
    ...(FOR_BOTH.test(path)
      ? {
          middlewares: [
            allowEither(READ_FOLLOW_UPS, READ_RULES),
            validateAndTransformQuery(query, {}),
          ],
        }
      : {
          middlewares: [validateAndTransformQuery(query, {})],
          policies: RULES.test(path) ? READ_RULES : READ_FOLLOW_UPS,
        }),
  })),
  ...commands.map(([path, body]): MiddlewareRoute => ({
    method: "POST",
    matcher: `${ROOT}/:id/${path}`,
    middlewares: [
      validateAndTransformBody(body),
      validateAndTransformQuery(NoFields, {}),
    ],
    policies: [
      { resource: FOLLOW_UP, operation: "update" },
      // As Medusa's own route for it asks.
      ...(path === "cancel-order"
        ? [{ resource: "order", operation: "update" }]
        : []),
    ],
  })),
  ...ruleChanges.map(
    ({ method, path, operation, body, query }): MiddlewareRoute => ({
      method,
      matcher: `${ROOT}${path}`,
      ...(body && { bodyParser: { sizeLimit: LARGEST_RULE } }),
      middlewares: [
        ...(body ? [validateAndTransformBody(body)] : []),
        validateAndTransformQuery(query, {}),
      ],
      policies: [
        { resource: FOLLOW_UP_RULE, operation },
        // It prints an order.
        ...(path === "/scripts/preview"
          ? [{ resource: "order", operation: "read" }]
          : []),
      ],
    })
  ),
]

export default defineMiddlewares({ routes })
