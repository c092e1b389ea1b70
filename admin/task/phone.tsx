import { ExclamationCircle } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { telLink } from "./contact-link"
import { useCall } from "./use-call"

/**
 * The number as the customer typed it; the link dials its E.164 form. What was
 * typed may begin with words, so its direction is its own; a number alone is
 * read from left to right in every language.
 */
export const Phone = ({
  task,
  tabIndex,
  className,
}: {
  task: FollowUp
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
  const dir = /\p{L}/u.test(task.phone) ? "auto" : "ltr"
  if (!task.phone_e164) {
    return (
      <span className={clx("inline-flex items-center gap-x-1", className)}>
        <bdi dir={dir} className="min-w-0 break-words">
          {task.phone}
        </bdi>
        <ExclamationCircle
          className="text-ui-tag-orange-icon shrink-0"
          role="img"
          aria-label={t("task.badPhone")}
        />
      </span>
    )
  }
  return (
    <DialLink
      task={task}
      number={task.phone_e164}
      dir={dir}
      tabIndex={tabIndex}
      className={className}
    >
      {task.phone}
    </DialLink>
  )
}

/** A link that dials a number, and tells the others who is calling. */
export const DialLink = ({
  task,
  number,
  children = number,
  dir = "ltr",
  tabIndex,
  className,
}: {
  task: FollowUp
  /** In E.164. */
  number: string
  /** What is shown, if not the number itself. */
  children?: ReactNode
  dir?: "ltr" | "auto"
  tabIndex?: number
  className?: string
}) => {
  const call = useCall()
  return (
    <a
      href={telLink(number)}
      dir={dir}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void call(task, number)
      }}
      className={clx(
        "text-ui-fg-base focus-visible:shadow-borders-focus min-w-0 break-words rounded tabular-nums outline-none hover:underline",
        className
      )}
    >
      {children}
    </a>
  )
}
