import type { ReactNode } from "react"
import { useFollowUps } from "../api/queries"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { useRefetchAtNextChange } from "../timer/use-refetch-at"
import {
  elsewhereParams,
  isSearchedElsewhere,
  type QueueParams,
} from "./queue-params"
import type { Row } from "./use-stable-rows"

/** More are on the tab "all". */
const SHOWN = 10

type Found = {
  rows: Row[]
  /** Including those that are not shown. */
  count: number
  /** No newer answer is on its way, which may have other rows. */
  isCurrent: boolean
}

/**
 * What a search finds outside the tab.
 *
 * @param shown - the rows of the tab: no call is in two rows
 * @returns null if nothing is searched for, and before the first answer
 */
export const useElsewhere = (
  params: QueueParams,
  shown: readonly Row[]
): Found | null => {
  const isAsked = isSearchedElsewhere(params)
  const { data, isFetching } = useFollowUps(
    elsewhereParams(params, SHOWN),
    isAsked
  )
  useRefetchAtNextChange(isAsked && data ? data.follow_ups : [])
  if (!isAsked || !data) {
    return null
  }
  const rows = data.follow_ups
    .map((task) => ({
      key: task.call?.person_id ?? task.id,
      task,
      gone: false,
    }))
    .filter(({ key }) => !shown.some((row) => row.key === key))
  const count = data.count - data.follow_ups.length + rows.length
  return { rows, count, isCurrent: !isFetching }
}

/** Below the tab's list, the rows that a search finds outside the tab. */
export const Elsewhere = ({
  found,
  onSearchAll,
  children,
}: {
  found: Found
  onSearchAll: () => void
  children: ReactNode
}) => {
  const t = useText()
  return (
    <section aria-label={t("queue.elsewhere")} className="border-t">
      <h2 className="txt-compact-small-plus text-ui-fg-subtle bg-ui-bg-subtle px-6 py-2.5 max-lg:px-4">
        {t(found.count > 0 ? "queue.elsewhere" : "queue.nothingElsewhere")}
        {found.count > 0 && (
          <span className="text-ui-fg-muted ml-1.5 tabular-nums">
            {found.count}
          </span>
        )}
      </h2>
      {found.rows.length > 0 && (
        <div
          role="grid"
          aria-label={t("queue.elsewhere")}
          className="divide-y border-t"
        >
          {children}
        </div>
      )}
      {found.count > found.rows.length && (
        <div className="flex justify-center border-t py-2">
          <SmallButton variant="transparent" onClick={onSearchAll}>
            {t("queue.searchAll")}
          </SmallButton>
        </div>
      )}
    </section>
  )
}
