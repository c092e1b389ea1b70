import { Tabs } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { QueueTab } from "../../src/api/admin/follow-ups/types"
import { useText } from "../i18n/use-text"
import { TOUCH_HEIGHT } from "../task/touch-height"

const TABS: readonly QueueTab[] = ["now", "mine", "waiting", "late", "all"]

export const QueueTabs = ({
  tab,
  counts,
  onChange,
  tools,
  children,
}: {
  tab: QueueTab
  counts: Record<QueueTab, number> | undefined
  onChange: (tab: QueueTab) => void
  /** Shown beside the tabs. */
  tools: ReactNode
  children: ReactNode
}) => {
  const t = useText()
  return (
    <Tabs
      value={tab}
      onValueChange={(value) =>
        onChange(TABS.find((known) => known === value) ?? "now")
      }
      className="flex flex-col divide-y"
    >
      <div className="flex flex-col gap-3 px-6 py-3 max-lg:px-4 lg:flex-row lg:items-center lg:justify-between">
        <Tabs.List
          aria-label={t("queue.title")}
          // In a narrow window they take a second line: no count is out of view.
          className="-mx-1 flex-wrap gap-1 px-1 py-0.5 max-lg:gap-0"
        >
          {TABS.map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className={`${TOUCH_HEIGHT} shrink-0 gap-x-1.5 whitespace-nowrap max-sm:gap-x-0.5 max-sm:px-2`}
            >
              {t(`queue.tabs.${name}`)}
              <TabCount tab={name} count={counts?.[name]} />
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {tools}
      </div>
      <Tabs.Content value={tab} tabIndex={-1}>
        {children}
      </Tabs.Content>
    </Tabs>
  )
}

const TabCount = ({
  tab,
  count,
}: {
  tab: QueueTab
  count: number | undefined
}) => {
  if (count === undefined) {
    return null
  }
  const tone =
    tab === "late" && count > 0
      ? "bg-ui-tag-red-bg text-ui-tag-red-text"
      : "bg-ui-bg-component text-ui-fg-subtle"
  return (
    <span
      className={`txt-compact-xsmall-plus min-w-5 rounded px-1 py-0.5 text-center tabular-nums ${tone}`}
    >
      {count}
    </span>
  )
}
