import type { WaitingReason, Ladder, Task } from "../task"
import { NOT_CALLING } from "../calling-now"
import { waitsForNumber } from "../waits-for-number"
import { putToWaiting, resume } from "./waiting"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"

/**
 * What is true of everything that a person has open: who has it, how far the
 * attempts have climbed, and until when it waits. Every task of a call has it.
 */
export type CallState = {
  assignee_id: string | null
  /** Who is on the phone with them. */
  calling: Pick<Task, "calling_by" | "calling_since">
  ladder: Ladder
  waits: { until: Date; reason: WaitingReason } | null
}

/**
 * The state that the tasks of one call agree on. A time that the customer named
 * holds before one that the rules chose, and the earliest of several holds.
 *
 * @param tasks - active ones, the first of which leads
 */
export function stateOfCall(tasks: readonly Task[]): CallState {
  const waits = tasks
    .flatMap(({ status, waiting_until, waiting_reason }) =>
      status === "waiting" && waiting_until && waiting_reason
        ? [{ until: waiting_until, reason: waiting_reason }]
        : []
    )
    .sort(
      (a, b) =>
        Number(b.reason === "call_back") - Number(a.reason === "call_back") ||
        a.until.getTime() - b.until.getTime()
    )
  return {
    assignee_id:
      tasks.find(({ assignee_id }) => assignee_id)?.assignee_id ?? null,
    calling: tasks
      .filter(({ calling_since }) => calling_since !== null)
      .reduce<CallState["calling"]>(later, NOT_CALLING),
    ladder: tasks.map(({ ladder }) => ladder).reduce(higher, {}),
    waits: waits[0] ?? null,
  }
}

/** The call that was begun later; the former ended without a word. */
function later(
  one: CallState["calling"],
  other: CallState["calling"]
): CallState["calling"] {
  const { calling_by, calling_since } =
    Number(one.calling_since) >= Number(other.calling_since) ? one : other
  return { calling_by, calling_since }
}

/** Each outcome's count where it is highest. */
function higher(one: Ladder, other: Ladder): Ladder {
  const counts = { ...one }
  for (const outcome of Object.keys(other) as (keyof Ladder)[]) {
    counts[outcome] = Math.max(one[outcome] ?? 0, other[outcome] ?? 0)
  }
  return counts
}

/**
 * Gives a task what is true of its call: its assignee, how far the attempts
 * have climbed, and how long it waits. A task that waits for another number
 * goes on waiting for it.
 *
 * @param state - what is left out stays as it is
 */
export function joinCall(
  situation: Situation,
  state: Partial<CallState>
): Decision {
  const { task, now } = situation
  const follows = !waitsForNumber(task)
  const waits = follows ? newWait(situation, state.waits) : undefined
  const handed = state.assignee_id
  const isHandedOver = handed !== undefined && task.assignee_id !== handed
  const ladder =
    follows && state.ladder && !sameLadder(task.ladder, state.ladder)
      ? state.ladder
      : undefined
  const isCalled =
    state.calling !== undefined && task.calling_by !== state.calling.calling_by
  if (waits === undefined && !isHandedOver && !ladder && !isCalled) {
    return UNCHANGED
  }
  const resumed = waits === null ? resume(situation, now) : UNCHANGED
  return {
    changes: {
      ...resumed.changes,
      ...(waits && putToWaiting(situation, waits)),
      ...(isHandedOver && { assignee_id: handed }),
      ...(ladder && { ladder }),
      ...(isCalled && state.calling),
    },
    attempt: null,
    activities: [
      ...resumed.activities,
      activity("joined", now, {
        ...(waits && {
          until: waits.until.toISOString(),
          waiting_reason: waits.reason,
        }),
        ...(isHandedOver && { assignee_id: handed }),
      }),
    ],
  }
}

/** The wait that a task gets, or null if its wait ends; undefined: neither. */
function newWait(
  { task, now }: Situation,
  waits: CallState["waits"] | undefined
): CallState["waits"] | undefined {
  if (waits === undefined || (waits !== null && waits.until <= now)) {
    return undefined
  }
  if (waits === null) {
    return task.status === "waiting" ? null : undefined
  }
  return task.waiting_until?.getTime() === waits.until.getTime() &&
    task.waiting_reason === waits.reason
    ? undefined
    : waits
}

function sameLadder(one: Ladder, other: Ladder): boolean {
  const outcomes = new Set([...Object.keys(one), ...Object.keys(other)])
  return ([...outcomes] as (keyof Ladder)[]).every(
    (outcome) => (one[outcome] ?? 0) === (other[outcome] ?? 0)
  )
}
