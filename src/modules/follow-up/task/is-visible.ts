import type { Task } from "./task"

/**
 * Whether somebody may see a task.
 *
 * @param visible_to - undefined where everyone's tasks may be seen, else whose;
 * those that nobody has are seen with them
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
