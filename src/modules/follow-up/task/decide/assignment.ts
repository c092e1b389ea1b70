import { NOT_CALLING } from "../calling-now"
import { isActive } from "../is-active"
import { activity, type Decision, type Situation, UNCHANGED } from "./decision"
import { Refusal } from "../../../../refusals"
import { keepNote, refuseIfClosed } from "./closing"

/** Assigns the task to a person, or unassigns it. */
export function assign(
  situation: Situation,
  assignee_id: string | null,
  note: string | null = null
): Decision {
  const { task, now } = situation
  if (task.assignee_id === assignee_id) {
    return keepNote(situation, note)
  }
  refuseIfClosed(task, "assigned")
  return {
    changes: { assignee_id },
    attempt: null,
    activities: [
      activity("assigned", now, { assignee_id, note: note ?? undefined }),
    ],
  }
}

/** Unassigns an active task of a deleted user. */
export function release({ task, now }: Situation, user_id: string): Decision {
  return isActive(task) && task.assignee_id === user_id
    ? {
        changes: {
          assignee_id: null,
          ...(task.calling_by === user_id && NOT_CALLING),
        },
        attempt: null,
        activities: [
          activity("assigned", now, { assignee_id: null, user_deleted: true }),
        ],
      }
    : UNCHANGED
}

/** Claims an unassigned task. */
export function claim(situation: Situation): Decision {
  const { task, actor_id } = situation
  if (!actor_id) {
    throw new Refusal("only_people_claim", {})
  }
  if (task.assignee_id && task.assignee_id !== actor_id) {
    throw new Refusal("already_claimed", { assignee: task.assignee_id })
  }
  return assign(situation, actor_id)
}
