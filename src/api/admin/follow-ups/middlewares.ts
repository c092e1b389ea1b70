import type { MiddlewareRoute } from "@medusajs/framework/http"
import {
  asksInBody,
  commandsTask,
  readsForBoth,
  readsTasks,
} from "./guarded-routes"
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
  SearchFollowUps,
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
  readsTasks("/:id", NoFields),
  readsTasks("/:id/explanation", NoFields),
  readsTasks("/:id/call-sheet", GetCallSheet),
  readsForBoth("/task-types", NoFields),
  readsForBoth("/assignees", ListAssignees),
  commandsTask("assign", AssignFollowUp),
  commandsTask("claim", NoFields),
  commandsTask("attempts", RecordAttempt),
  commandsTask("withdraw-attempt", NoFields),
  commandsTask("wait", WaitFollowUp),
  commandsTask("resume", NoFields),
  commandsTask("complete", CompleteFollowUp),
  commandsTask("cancel", CancelFollowUp),
  // The same policy as Medusa's own route for it.
  commandsTask("cancel-order", NoFields, {
    resource: "order",
    operation: "update",
  }),
  commandsTask("reopen", ReopenFollowUp),
  commandsTask("notes", NoteFollowUp),
]
