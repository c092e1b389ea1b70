import { activity, type Decision, type Situation, UNCHANGED } from "./decision"
import { Refusal } from "./refusal"
import { refuseIfClosed } from "./closing"

/** Gives the task to a person, or to nobody. */
export function assign(
  { task, now }: Situation,
  assignee_id: string | null
): Decision {
  if (task.assignee_id === assignee_id) {
    return UNCHANGED
  }
  refuseIfClosed(task, "assigned")
  return {
    changes: { assignee_id },
    attempt: null,
    activities: [activity("assigned", now, { assignee_id })],
  }
}

/** Takes a task that nobody has. */
export function claim(situation: Situation): Decision {
  const { task, actor_id } = situation
  if (!actor_id) {
    throw new Refusal("Only a person can claim a task")
  }
  if (task.assignee_id && task.assignee_id !== actor_id) {
    throw new Refusal(
      "This task was already claimed by {assignee}",
      task.assignee_id
    )
  }
  return assign(situation, actor_id)
}
