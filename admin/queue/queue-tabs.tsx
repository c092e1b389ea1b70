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
      {/* What finds no room beside the tabs is below them as a whole. */}
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-3 px-6 py-3 max-lg:px-4">
        <Tabs.List
          aria-label={t("queue.title")}
          // In a narrow window they take a second line: no count is out of view.
          className="-mx-1 gap-1 px-1 py-0.5 max-xl:gap-0 max-lg:flex-wrap lg:shrink-0"
        >
          {TABS.map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className={`${TOUCH_HEIGHT} shrink-0 gap-x-1.5 whitespace-nowrap max-xl:gap-x-1 max-xl:px-2 max-sm:gap-x-0.5`}
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
