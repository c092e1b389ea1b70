import { ExclamationCircle } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"

/** The number as the customer typed it; the link dials its E.164 form. */
export const Phone = ({
  task,
  tabIndex,
  className,
}: {
  task: Pick<FollowUp, "phone" | "phone_e164">
  tabIndex?: number
  className?: string
}) => {
  const t = useText()
  if (!task.phone) {
    return (
      <span className={clx("text-ui-fg-subtle", className)}>
        {t("task.noPhone")}
      </span>
    )
  }
  if (!task.phone_e164) {
    return (
      <span className={clx("inline-flex items-center gap-x-1", className)}>
        <span className="truncate">{task.phone}</span>
        <ExclamationCircle
          className="text-ui-tag-orange-icon shrink-0"
          role="img"
          aria-label={t("task.badPhone")}
        />
      </span>
    )
  }
  return (
    <a
      href={`tel:${task.phone_e164}`}
      tabIndex={tabIndex}
      onClick={(event) => event.stopPropagation()}
      className={clx(
        "text-ui-fg-base focus-visible:shadow-borders-focus truncate rounded tabular-nums outline-none hover:underline",
        className
      )}
    >
      {task.phone}
    </a>
  )
}

/** Starts the call, like a click on the number. */
export function call(task: Pick<FollowUp, "phone_e164">): void {
  if (task.phone_e164) {
    window.location.href = `tel:${task.phone_e164}`
  }
}
