import { useFollowUp } from "../api/queries"
import type { FollowUp } from "../api/follow-up"
import { ActivityList } from "./activity-list"

/** A task's history, on its order's page. */
export const TaskHistory = ({ task }: { task: FollowUp }) => {
  const { data } = useFollowUp(task.id)
  return data ? (
    <ActivityList
      type={task.type}
      activities={data.activities}
      timeZone={task.calendar.time_zone}
    />
  ) : null
}
