import { ArrowUpMini, ExclamationCircle } from "@medusajs/icons"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"

/** Marks a task of high or urgent priority; otherwise shows nothing. */
export const PriorityMark = ({ task }: { task: FollowUp }) => {
  const t = useText()
  if (task.priority !== "high" && task.priority !== "urgent") {
    return null
  }
  const Icon = task.priority === "urgent" ? ExclamationCircle : ArrowUpMini
  const label = t(`priorities.${task.priority}`)
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className="text-ui-tag-red-icon shrink-0"
    >
      <Icon aria-hidden />
    </span>
  )
}
