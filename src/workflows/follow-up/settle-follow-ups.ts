import { momentOf, type RefusalPath } from "../../refusals"
import {
  changeByKeyStep,
  changeByKeyWorkflow,
  changerByKey,
  type Commanded,
} from "./change-by-key"

/**
 * Whose deed closes a task:
 *
 * - `on_call`: a user's, who agreed on it with the customer in the call. If the
 *   outcome is of the group `reached`, it is an attempt that reached them, which
 *   meets the timers of all that the call is about; what the same user does in
 *   the same call is no further one.
 * - a user's without the customer, such as a refund, or at another place than
 *   the call sheet: it closes the task in the user's name.
 * - `customer`: the customer's own, as by a link. It is nobody's attempt; all of
 *   the call that waits for their reply is to be done now.
 */
export type DoneBy = { user_id: string; on_call?: boolean } | "customer"

/**
 * How the task with a key is closed: with an outcome, or with a cancel reason.
 */
export type SettleFollowUp = {
  dedupe_key: string
  note?: string
  /** When it happened; now if omitted, and for what is agreed `on_call`. */
  at?: Date | string
  /** If omitted, a program's: a courier's report, stock that arrives. */
  by?: DoneBy | null
} & (
  | {
      /** One of the outcomes that the task's type allows. */
      outcome: string
      /** The customer's number, if the outcome asks for it. */
      phone?: string
      /** The other fields that the outcome asks for. */
      answers?: Record<string, string | number>
    }
  | {
      /** Declared by a kind of work. */
      cancel_reason: string
    }
)

/** The same from within another workflow, which delivers the `event_ids`. */
export const settleFollowUpsStep = changeByKeyStep(
  "settle-follow-ups",
  toCommand
)

/** The same without the workflow engine. */
export const settleFollowUps = changerByKey(toCommand)

/**
 * Completes or cancels tasks by their keys. A task that was already closed in
 * this way stays as it is, and gets the note.
 *
 * @returns the ids of the tasks, and the keys that no task has
 * @throws NOT_ALLOWED for a task that was closed in another way or with other
 * answers, or an outcome that its type does not allow
 */
export const settleFollowUpsWorkflow = changeByKeyWorkflow(
  "follow-ups-settle",
  settleFollowUpsStep
)

function toCommand(settled: SettleFollowUp, path: RefusalPath): Commanded {
  const { by } = settled
  const note = settled.note ?? null
  const at =
    settled.at === undefined ? undefined : momentOf(settled.at, [...path, "at"])
  const user_id = by && by !== "customer" ? by.user_id : null
  const how = { at, ...(by === "customer" && { by_customer: true as const }) }
  if ("cancel_reason" in settled) {
    const { cancel_reason: reason } = settled
    return { user_id, command: { kind: "cancel", reason, note, ...how } }
  }
  const { outcome, answers } = settled
  const received_phone = settled.phone?.trim() || null
  const given = { outcome, note, received_phone, answers }
  return by && by !== "customer" && by.on_call
    ? { user_id, command: { kind: "deed", ...given } }
    : { user_id, command: { kind: "complete", ...given, ...how } }
}
