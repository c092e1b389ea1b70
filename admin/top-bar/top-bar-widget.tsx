import { ExclamationCircleSolid, FireSolid, Phone } from "@medusajs/icons"
import { Tooltip, clx } from "@medusajs/ui"
import { useEffect } from "react"
import { Link } from "react-router-dom"
import type { AdminFollowUpCountsResponse } from "../../src/api/admin/follow-ups/types"
import { isForbidden } from "../api/client"
import { useCounts } from "../api/counts"
import { useTellLanguage } from "../api/queries"
import { useText, type Text } from "../i18n/use-text"
import { useCountInTitle } from "../news/count-in-title"
import { useNoticeLinks } from "../news/use-notice-links"
import { useArrivalNotices } from "../news/use-arrival-notices"
import { loadDeskWhenIdle } from "../queue/when-opened"
import { TOUCH_HEIGHT } from "../task/touch-height"

/** The open tasks' counts, on every page; hidden if they are unavailable. */
export const TopBarWidget = () => {
  const t = useText()
  const { data, error } = useCounts()
  useCountInTitle(isForbidden(error) ? 0 : (data?.counts.now ?? 0))
  useArrivalNotices(data?.revision)
  useTellLanguage(t.language, data !== undefined)
  useNoticeLinks()
  const isAllowed = data !== undefined && !isForbidden(error)
  useEffect(() => (isAllowed ? loadDeskWhenIdle() : undefined), [isAllowed])
  if (!isAllowed) {
    return null
  }
  const { now, late } = data.counts
  const label = labelText(t, data)
  const urgent = data.urgent > 0

  return (
    <Tooltip content={label}>
      <Link
        to="/follow-ups"
        aria-label={label}
        className={clx(
          TOUCH_HEIGHT,
          "txt-compact-small-plus focus-visible:shadow-borders-focus inline-flex h-7 items-center gap-x-1.5 rounded-md border px-2 tabular-nums outline-none max-lg:px-3",
          toneOf(now, urgent)
        )}
      >
        {urgent ? <FireSolid aria-hidden /> : <Phone aria-hidden />}
        <span>{now}</span>
        {late > 0 && (
          <span className="flex items-center gap-x-1 border-l border-current pl-1.5">
            <ExclamationCircleSolid aria-hidden />
            {late}
          </span>
        )}
      </Link>
    </Tooltip>
  )
}

function labelText(t: Text, data: AdminFollowUpCountsResponse): string {
  const { now, late } = data.counts
  return [
    now > 0 ? t("topBar.label", { count: now }) : t("topBar.nothing"),
    ...(late > 0 ? [t("topBar.late", { count: late })] : []),
    ...(data.urgent > 0 ? [t("topBar.urgent")] : []),
  ].join(", ")
}

function toneOf(due: number, urgent: boolean): string {
  if (urgent) {
    return "bg-ui-tag-red-bg border-ui-tag-red-border text-ui-tag-red-text [&_svg]:text-ui-tag-red-icon"
  }
  return due > 0
    ? "bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text [&_svg]:text-ui-tag-orange-icon"
    : "text-ui-fg-subtle border-transparent"
}
