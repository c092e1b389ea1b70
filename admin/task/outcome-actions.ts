import type {
  AdminFollowUpOutcome,
  AttemptChannel,
  AttemptOutcome,
} from "../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../api/follow-up"

/** An attempt's outcome that does not end the task. */
export type TriedOutcome = Exclude<AttemptOutcome, "reached">

/** A field that an outcome asks for. */
export type AskedField = AdminFollowUpOutcome["asks"][number]

/** One way to record the end of a call or an email. */
export type OutcomeAction = {
  channel: AttemptChannel
  /** Its shortcut; undefined from the tenth outcome on. */
  key: string | undefined
} & (
  | {
      /** Both end the task; `closed` does so without reaching the customer. */
      kind: "reached" | "closed"
      /** An outcome of the task's type. */
      outcome: string
      /** Fields to fill in before it can be recorded. */
      asks: readonly AskedField[] | null
    }
  | {
      /** The task waits for the next attempt. */
      kind: "tried"
      outcome: TriedOutcome
      /** `channel`: a message that was sent outside the sheet. */
      asks: "time" | "channel" | null
    }
)

type Task = Pick<FollowUp, "status" | "phone" | "email">

/** Shortcuts of the attempts, the same for every task. */
const TRIED_KEYS: Record<TriedOutcome, string> = {
  no_answer: "n",
  busy: "b",
  voicemail: "v",
  wrong_number: "w",
  call_back_later: "l",
  message_sent: "m",
}

/**
 * The outcomes that can be recorded on a task now; empty once it is closed.
 *
 * @param outcomes - the possible outcomes of its type, the usual one first
 * @param contact - the task of the call with the number that is called
 */
export function outcomeActions(
  task: Task,
  outcomes: readonly AdminFollowUpOutcome[],
  contact: Task = task
): OutcomeAction[] {
  return isClosed(task)
    ? []
    : [...endings(contact, outcomes), ...tries(contact)]
}

/**
 * The outcomes that end a task by whether the customer was reached, the group of
 * the usual one first. A task that usually ends without a call, such as money to
 * return, says so instead of that nobody was reached.
 */
export function groupsOf(endings: readonly OutcomeAction[]) {
  const group = (kind: "reached" | "closed") => ({
    kind,
    actions: endings.filter((action) => action.kind === kind),
  })
  return endings[0]?.kind === "closed"
    ? ([
        { ...group("closed"), title: "outcomeBar.withoutCall" },
        { ...group("reached"), title: "outcomeBar.reached" },
      ] as const)
    : ([
        { ...group("reached"), title: "outcomeBar.reached" },
        { ...group("closed"), title: "outcomeBar.notReached" },
      ] as const)
}

/** Where it is done what an outcome says. */
export type PlaceOfDeed = { section: string; outcome: string }

/** Whether the task is first of all worked on in a section of the sheet. */
export const isDoneInSection = (
  outcomes: readonly AdminFollowUpOutcome[]
): boolean => outcomes.some(({ done_in }) => done_in !== null)

/** Whether a section of the sheet is where a task with these outcomes is worked on. */
export const isWorkedOnIn =
  (outcomes: readonly AdminFollowUpOutcome[]) =>
  ({ section }: { section: string }): boolean =>
    outcomes.some(({ done_in }) => done_in === section)

export function isClosed({ status }: Pick<FollowUp, "status">): boolean {
  return status === "completed" || status === "canceled"
}

/** What says whether a task is closed, and why. */
export type Closable = Pick<FollowUp, "status" | "cancel_reason">

/** A task that was closed with its order stays closed, as the order does. */
export function canReopen(task: Closable): boolean {
  return isClosed(task) && task.cancel_reason !== "order_canceled"
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

/** Without a phone number, the customer can only be written to. */
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
    asks:
      outcome === "call_back_later"
        ? "time"
        : // Without a number, it can only be an e-mail.
          outcome === "message_sent" && task.phone
          ? "channel"
          : null,
  }))
}

function contactChannel(task: Task): AttemptChannel {
  return task.phone ? "phone" : "email"
}

function messageChannel(task: Task): AttemptChannel {
  return task.email ? "email" : "sms"
}
