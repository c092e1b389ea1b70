import type { AdminFollowUpActivity } from "../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../api/follow-up"
import { useFollowUp } from "../api/queries"
import { useText } from "../i18n/use-text"
import { isClosed } from "./outcome-actions"

/** Names who closed a task; nothing if it was neither a user nor the customer. */
export const ClosedBy = ({ task }: { task: FollowUp }) => {
  const t = useText()
  const { data } = useFollowUp(task.id)
  const closing = isClosed(task) && closingOf(task.id, data?.activities ?? [])
  if (!closing) {
    return null
  }
  const who = closing.data.by_customer
    ? t("history.customer")
    : closing.actor?.name
  return who ? <span>· {who}</span> : null
}

/** What closed a task last. */
export const closingOf = (
  taskId: string,
  activities: readonly AdminFollowUpActivity[]
): AdminFollowUpActivity | undefined =>
  activities.find(
    ({ task_id, kind }) =>
      task_id === taskId && (kind === "completed" || kind === "canceled")
  )
