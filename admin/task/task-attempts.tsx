import { useFollowUp } from "../api/queries"
import type { FollowUp } from "../api/follow-up"
import { AttemptList } from "./attempt-list"

/** A task's attempts, on its customer's page. */
export const TaskAttempts = ({ task }: { task: FollowUp }) => {
  const { data } = useFollowUp(task.id)
  return data && data.attempts.length > 0 ? (
    <AttemptList attempts={data.attempts} timeZone={task.calendar.time_zone} />
  ) : null
}
