import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../i18n/use-text"
import { ROW_COLUMNS } from "./row-columns"

const COLUMNS = [
  "timer",
  "task",
  "customer",
  "phone",
  "assignee",
  "value",
] as const

type QueueListProps = {
  /** In the whole list, not only on this page. */
  count: number
  busy: boolean
  children: ReactNode
}

/** The list's frame and header; the rows are its children. */
export const QueueList = ({ count, busy, children }: QueueListProps) => {
  const t = useText()
  return (
    <div
      role="grid"
      aria-label={t("queue.list")}
      aria-rowcount={count + 1}
      aria-busy={busy}
      className={clx("transition-opacity", busy && "opacity-60")}
    >
      <div role="rowgroup" className="max-lg:hidden">
        <div
          role="row"
          className={clx(
            "txt-compact-small-plus text-ui-fg-subtle bg-ui-bg-subtle grid h-10 items-center border-b px-6",
            ROW_COLUMNS
          )}
        >
          {COLUMNS.map((column) => (
            <div
              key={column}
              role="columnheader"
              className={clx(
                "truncate",
                column === "timer" && "px-1.5",
                column === "value" && "text-right"
              )}
            >
              {t(`queue.columns.${column}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="divide-y">
        {children}
      </div>
    </div>
  )
}
