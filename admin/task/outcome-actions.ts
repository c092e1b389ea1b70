import type {
  AdminFollowUpOutcome,
  AttemptChannel,
  AttemptOutcome,
} from "../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../api/follow-up"

/** How an attempt can have ended without ending the task. */
export type TriedOutcome = Exclude<AttemptOutcome, "reached">

/** Something that an outcome asks for. */
export type AskedField = AdminFollowUpOutcome["asks"][number]

/** One way in which a call, or a letter, can have ended. */
export type OutcomeAction = {
  channel: AttemptChannel
  /** The key that records it; undefined from the tenth outcome on. */
  key: string | undefined
} & (
  | {
      /** Both end the task, `closed` without the customer. */
      kind: "reached" | "closed"
      /** One of the outcomes of the task's type. */
      outcome: string
      /** What must be asked before it can be recorded. */
      asks: readonly AskedField[] | null
    }
  | {
      /** The task waits for the next attempt. */
      kind: "tried"
      outcome: TriedOutcome
      asks: "time" | null
    }
)

type Task = Pick<FollowUp, "status" | "phone" | "email">

/** Keys of the attempts, the same on every task: hands learn them. */
const TRIED_KEYS: Record<TriedOutcome, string> = {
  no_answer: "n",
  busy: "b",
  voicemail: "v",
  wrong_number: "w",
  call_back_later: "l",
  message_sent: "m",
}

/**
 * What a person may record on a task now; nothing once it is closed.
 *
 * @param outcomes - what its type may end with, the usual one first
 */
export function outcomeActions(
  task: Task,
  outcomes: readonly AdminFollowUpOutcome[]
): OutcomeAction[] {
  return isClosed(task) ? [] : [...endings(task, outcomes), ...tries(task)]
}

export function isClosed({ status }: Pick<FollowUp, "status">): boolean {
  return status === "completed" || status === "canceled"
}

function endings(
  task: Task,
  outcomes: readonly AdminFollowUpOutcome[]
): OutcomeAction[] {
  return outcomes.map(({ outcome, group, asks }, index) => ({
    kind: group === "reached" ? "reached" : "closed",
    outcome,
    channel: contactChannel(task),
    key: index < 9 ? String(index + 1) : undefined,
    asks: asks.length > 0 ? asks : null,
  }))
}

/** Without a number there is nobody to call, only somebody to write to. */
function tries(task: Task): OutcomeAction[] {
  const outcomes: TriedOutcome[] = task.phone
    ? [
        "no_answer",
        "busy",
        "voicemail",
        "wrong_number",
        "call_back_later",
        "message_sent",
      ]
    : ["message_sent"]
  return outcomes.map((outcome) => ({
    kind: "tried",
    outcome,
    channel:
      outcome === "message_sent" ? messageChannel(task) : contactChannel(task),
    key: TRIED_KEYS[outcome],
    asks: outcome === "call_back_later" ? "time" : null,
  }))
}

function contactChannel(task: Task): AttemptChannel {
  return task.phone ? "phone" : "email"
}

function messageChannel(task: Task): AttemptChannel {
  return task.email ? "email" : "sms"
}
