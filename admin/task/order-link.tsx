import { clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"

/** A link to a task's order; nothing if the task has only a customer. */
export const OrderLink = ({
  task,
  tabIndex,
  className,
}: {
  task: Pick<FollowUp, "order_id" | "order_display_id">
  tabIndex?: number
  className?: string
}) => {
  const t = useText()
  if (!task.order_id || task.order_display_id === null) {
    return null
  }
  return (
    <Link
      to={`/orders/${task.order_id}`}
      tabIndex={tabIndex}
      onClick={(event) => event.stopPropagation()}
      dir="ltr"
      aria-label={t("task.order", { number: task.order_display_id })}
      className={clx(
        "focus-visible:shadow-borders-focus shrink-0 rounded tabular-nums outline-none hover:underline",
        className
      )}
    >
      #{task.order_display_id}
    </Link>
  )
}
