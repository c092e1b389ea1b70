import type { WaitingReason, Ladder, Task } from "../task"
import { NOT_CALLING } from "../calling-now"
import { waitsForNumber } from "../waits-for-number"
import { pausedAt } from "../clock/task-clock"
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
 * Joins a task to a call: it gets the call's assignee, waits as long as the
 * call does, and does not begin the attempts anew. A task that waits for
 * another number goes on waiting for it.
 */
export function joinCall(situation: Situation, state: CallState): Decision {
  const { task, now } = situation
  const { waits } = state
  const holds =
    waits !== null &&
    waits.until > now &&
    !waitsForNumber(task) &&
    (task.waiting_until?.getTime() !== waits.until.getTime() ||
      task.waiting_reason !== waits.reason)
  const isHandedOver = task.assignee_id !== state.assignee_id
  const climbs = !sameLadder(task.ladder, state.ladder)
  const isCalled = task.calling_by !== state.calling.calling_by
  if (!holds && !isHandedOver && !climbs && !isCalled) {
    return UNCHANGED
  }
  return {
    changes: {
      ...(holds && {
        ...(task.status === "open" && pausedAt(situation, now)),
        status: "waiting",
        due_at: waits.until,
        waiting_since: task.waiting_since ?? now,
        waiting_until: waits.until,
        waiting_reason: waits.reason,
      }),
      ...(isHandedOver && { assignee_id: state.assignee_id }),
      ...(climbs && { ladder: state.ladder }),
      ...(isCalled && state.calling),
    },
    attempt: null,
    activities: [
      activity("joined", now, {
        ...(holds && {
          until: waits.until.toISOString(),
          waiting_reason: waits.reason,
        }),
        ...(isHandedOver && { assignee_id: state.assignee_id }),
      }),
    ],
  }
}

function sameLadder(one: Ladder, other: Ladder): boolean {
  const outcomes = new Set([...Object.keys(one), ...Object.keys(other)])
  return ([...outcomes] as (keyof Ladder)[]).every(
    (outcome) => (one[outcome] ?? 0) === (other[outcome] ?? 0)
  )
}
