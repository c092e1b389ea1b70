import { ExclamationCircle, InformationCircle } from "@medusajs/icons"
import { Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"

/** What is to be known of the whole calendar, and what can be done about it. */
export const Notice = ({
  tone,
  title,
  text,
  children,
}: {
  /** A warning is announced; a hint can be found. */
  tone: "warning" | "hint"
  title: string
  text: string
  children: ReactNode
}) => {
  const isWarning = tone === "warning"
  const Icon = isWarning ? ExclamationCircle : InformationCircle
  return (
    <div
      role={isWarning ? "alert" : undefined}
      // A warning keeps the calendar from being saved, and is then given the focus.
      data-wrong={isWarning || undefined}
      tabIndex={isWarning ? -1 : undefined}
      className={clx(
        "outline-none shadow-elevation-card-rest flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg px-6 py-4 max-lg:px-4",
        isWarning
          ? "bg-ui-tag-orange-bg text-ui-tag-orange-text"
          : "bg-ui-tag-blue-bg text-ui-tag-blue-text"
      )}
    >
      <Icon aria-hidden className="shrink-0" />
      <div className="min-w-0 flex-1 basis-72">
        <Text size="small" weight="plus">
          {title}
        </Text>
        <Text size="small">{text}</Text>
      </div>
      {children}
    </div>
  )
}
