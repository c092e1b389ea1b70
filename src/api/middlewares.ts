import {
  defineMiddlewares,
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
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
]

const commands: [path: string, body: z.ZodType][] = [
  ["assign", AssignFollowUp],
  ["claim", NoFields],
  ["attempts", RecordAttempt],
  ["wait", WaitFollowUp],
  ["resume", NoFields],
  ["complete", CompleteFollowUp],
  ["cancel", CancelFollowUp],
  ["reopen", ReopenFollowUp],
  ["notes", NoteFollowUp],
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
]

export default defineMiddlewares({ routes })
