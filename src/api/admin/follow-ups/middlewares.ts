import type { MiddlewareRoute } from "@medusajs/framework/http"
import { FOLLOW_UP } from "../../../policies/follow-ups"
import { READ_ORDERS, READ_RULES } from "./granted"
import {
  asksInBody,
  commandsTask,
  readsWithEither,
  readsTasks,
} from "./guarded-routes"
import {
  AssignFollowUp,
  CancelFollowUp,
  CommandFollowUp,
  CompleteFollowUp,
  GetCallSheet,
  ListAssignees,
  ListFollowUps,
  ListPage,
  NoFields,
  NoteFollowUp,
  RecordAttempt,
  ReopenFollowUp,
  SearchFollowUps,
  ShareContact,
  TellLanguage,
  WaitFollowUp,
} from "./validators"

export const followUpMiddlewares: MiddlewareRoute[] = [
  readsTasks("", ListFollowUps),
  asksInBody("/search", SearchFollowUps),
  asksInBody("/language", TellLanguage),
  readsTasks("/counts", NoFields),
  readsTasks("/counts/stream", NoFields),
  readsTasks("/health", NoFields),
  readsTasks("/shared-contacts", ListPage),
  {
    ...asksInBody("/shared-contacts", ShareContact),
    policies: { resource: FOLLOW_UP, operation: "update" },
  },
  readsTasks("/:id", NoFields),
  readsTasks("/:id/explanation", NoFields),
  readsTasks("/:id/call-sheet", GetCallSheet),
  readsWithEither("/task-types", NoFields, READ_RULES),
  readsWithEither("/assignees", ListAssignees, READ_RULES),
  readsWithEither("/orders/:order_id/notices", NoFields, READ_ORDERS),
  commandsTask("assign", AssignFollowUp),
  commandsTask("claim", CommandFollowUp),
  commandsTask("calling", CommandFollowUp),
  commandsTask("hang-up", NoFields),
  commandsTask("attempts", RecordAttempt),
  commandsTask("withdraw-attempt", CommandFollowUp),
  commandsTask("wait", WaitFollowUp),
  commandsTask("resume", CommandFollowUp),
  commandsTask("complete", CompleteFollowUp),
  commandsTask("cancel", CancelFollowUp),
  // The same policy as Medusa's own route for it.
  commandsTask("cancel-order", CommandFollowUp, {
    resource: "order",
    operation: "update",
  }),
  commandsTask("reopen", ReopenFollowUp),
  commandsTask("notes", NoteFollowUp),
]
