import { Refusal } from "../../../../refusals"
import { callingNow, NOT_CALLING } from "../calling-now"
import { refuseIfClosed } from "./closing"
import type { Command } from "./command"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"

/** Whoever starts calling has the call. */
export function startCalling({ task, actor_id, now }: Situation): Decision {
  if (!actor_id) {
    throw new Refusal("only_people_call", {})
  }
  refuseIfClosed(task, "called")
  if (callingNow(task, now)?.user_id === actor_id) {
    return UNCHANGED
  }
  return {
    changes: {
      ...(task.assignee_id !== actor_id && { assignee_id: actor_id }),
      calling_by: actor_id,
      calling_since: now,
    },
    attempt: null,
    activities: [activity("calling", now)],
  }
}

/** The call ended, and nobody says how. */
export function hangUp({ task, actor_id, now }: Situation): Decision {
  return callingNow(task, now)?.user_id === actor_id
    ? {
        changes: NOT_CALLING,
        attempt: null,
        activities: [activity("hung_up", now)],
      }
    : UNCHANGED
}

/** What a person may do while somebody else is calling. */
const DURING_CALL: ReadonlySet<Command["kind"]> = new Set([
  "note",
  "hang_up",
] satisfies Command["kind"][])

/**
 * Nobody settles a call from under the person who is on the phone without
 * knowing it.
 *
 * @throws Refusal that says who is calling
 */
export function refuseDuringCall(
  { task, actor_id, now }: Pick<Situation, "task" | "actor_id" | "now">,
  { kind }: Pick<Command, "kind">
): void {
  const calling = callingNow(task, now)
  if (
    calling &&
    actor_id !== null &&
    calling.user_id !== actor_id &&
    !DURING_CALL.has(kind)
  ) {
    throw new Refusal("being_called", {
      assignee: calling.user_id,
      since: calling.since,
    })
  }
}
