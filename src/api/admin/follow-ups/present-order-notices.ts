import type { OrderNotice } from "../../../modules/follow-up"
import type { ComingLater } from "../../../workflows/desk/coming-later"
import { iso } from "./present-tasks"
import type { AdminComingLater, AdminFollowUpOrderNotice } from "./types"

export const presentNotice = ({
  label,
  level,
  task,
}: OrderNotice): AdminFollowUpOrderNotice => ({
  label: { ...label },
  level,
  task_id: task.id,
  task_type: task.type,
  attempt_count: task.attempt_count,
})

export const presentComingLater = ({
  expected_at,
  ...line
}: ComingLater): AdminComingLater => ({
  ...line,
  expected_at: iso(expected_at),
})
