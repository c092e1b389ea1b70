import type {
  AttemptChannel,
  AttemptOutcome,
} from "../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../api/follow-up"

/** How an attempt can have ended without ending the task. */
export type TriedOutcome = Exclude<AttemptOutcome, "reached">

/** One way in which a call, or a letter, can have ended. */
export type OutcomeAction = {
  channel: AttemptChannel
  /** The key that records it; undefined from the tenth outcome on. */
  key: string | undefined
  /** What must be asked before it can be recorded. */
  asks: "phone" | "time" | null
} & (
  | {
      /** Both end the task, `closed` without the customer. */
      kind: "reached" | "closed"
      /** One of the task's allowed outcomes. */
      outcome: string
    }
  | {
      /** The task waits for the next attempt. */
      kind: "tried"
      outcome: TriedOutcome
    }
)

type Task = Pick<
  FollowUp,
  "status" | "allowed_outcomes" | "reached_outcomes" | "phone" | "email"
>

/** Keys of the attempts, the same on every task: hands learn them. */
const TRIED_KEYS: Record<TriedOutcome, string> = {
  no_answer: "n",
  busy: "b",
  voicemail: "v",
  wrong_number: "w",
  call_back_later: "l",
  message_sent: "m",
}

/** What a person may record on a task now; nothing once it is closed. */
export function outcomeActions(task: Task): OutcomeAction[] {
  return isClosed(task) ? [] : [...endings(task), ...tries(task)]
}

export function isClosed({ status }: Pick<FollowUp, "status">): boolean {
  return status === "completed" || status === "canceled"
}

function endings(task: Task): OutcomeAction[] {
  return task.allowed_outcomes.map((outcome, index) => ({
    kind: task.reached_outcomes.includes(outcome) ? "reached" : "closed",
    outcome,
    channel: contactChannel(task),
    key: index < 9 ? String(index + 1) : undefined,
    asks: outcome === "number_received" ? "phone" : null,
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
