/** What the admin API takes and answers. */
export type * from "./types/call-sheet"
export type * from "./types/commands"
export type * from "./types/desk"
export type * from "./types/history"
export type * from "./types/order-notices"
export type * from "./types/queue"
export type * from "./types/refusal"
export type * from "./types/shared-contacts"
export type * from "./types/task"

export type { AttemptChannel, AttemptOutcome } from "../../../desk/attempts"
export type {
  ActivityKind,
  Deadline,
  EscalationAction,
  FallbackKind,
  Health,
  Priority,
  QueueTab,
  SkipReason,
  TaskStatus,
  TimerLevel,
  TimerState,
  WaitingReason,
} from "../../../modules/follow-up"
export type { RefusalCode, RefusalValue } from "../../../refusals"
export type {
  DeskNoteKey as AdminFollowUpDeskNoteKey,
  ItemToReadOut as AdminFollowUpCallSheetItem,
} from "../../../shop/order-to-read-out"
