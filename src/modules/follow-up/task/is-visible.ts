import type { Task } from "./task"

/**
 * Whether a user may see a task.
 *
 * @param visible_to - undefined if everyone's tasks may be seen, otherwise
 * whose; unassigned ones are visible as well
 */
export function isVisible(
  { assignee_id }: Pick<Task, "assignee_id">,
  visible_to: string | null | undefined
): boolean {
  return (
    visible_to === undefined ||
    assignee_id === null ||
    assignee_id === visible_to
  )
}
