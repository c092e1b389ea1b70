import { ChevronLeftMini, ChevronRightMini } from "@medusajs/icons"
import { Skeleton, clx } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type {
  AdminDeliveryWindowCalendarResponse,
  AdminPlannedWindow,
} from "../../../src/api/admin/delivery-windows/templates/types"
import { useWindowCalendar } from "../../api/delivery-windows"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import {
  dateRange,
  dateWords,
  dayNumber,
  dayText,
} from "../../settings/calendars/local-day"
import { SectionFrame } from "../../settings/section-frame"
import { IconAction } from "../../task/icon-action"
import { Fullness } from "../fullness"
import { apartBy, dateText, hoursText } from "../window-text"
import { SECTIONS } from "./section-links"

const WEEK = 7
/** As many as fit in a window. */
const DAYS = 4 * WEEK

/** The coming weeks: which windows there are, and how full each is. */
export const WindowCalendar = ({
  onDay,
}: {
  onDay: (date: string) => void
}) => {
  const t = useText()
  const [from, setFrom] = useState<string | null>(null)
  const { data, error, refetch } = useWindowCalendar(from, DAYS)
  const days = data ? daysOf(data) : []
  const apart = apartBy(t, data?.windows ?? [], data?.time_zone ?? "UTC")
  const step = (by: number) => () => {
    const [first] = days
    if (first) {
      setFrom(dayText(dayNumber(first) + by))
    }
  }
  const [first, last] = [days[0], days.at(-1)]
  return (
    <SectionFrame
      id={SECTIONS.calendar}
      title={t("delivery.calendar.title")}
      summary={t("delivery.calendar.about")}
      aside={
        <div className="flex shrink-0 items-center">
          <span className="txt-compact-small text-ui-fg-subtle px-2 tabular-nums">
            {first && last && dateRange(first, last, t.locale)}
          </span>
          <IconAction
            aria-label={t("delivery.calendar.earlier")}
            onClick={step(-DAYS)}
          >
            <ChevronLeftMini />
          </IconAction>
          <IconAction
            aria-label={t("delivery.calendar.later")}
            onClick={step(DAYS)}
          >
            <ChevronRightMini />
          </IconAction>
        </div>
      }
    >
      {!data && error && (
        <LoadError
          title={t("delivery.calendar.error")}
          reason={error}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton aria-hidden className="h-64 w-full" />}
      {data && (
        <ol className="-mx-6 -my-4 grid list-none grid-cols-7 max-lg:-mx-4 max-lg:grid-cols-1">
          {days.map((date) => (
            <Day
              key={date}
              apart={apart}
              date={date}
              isToday={date === data.today}
              isPast={date < data.today}
              windows={data.windows.filter((one) => one.local_date === date)}
              onOpen={() => onDay(date)}
            />
          ))}
        </ol>
      )}
    </SectionFrame>
  )
}

/** Whole weeks, of which the first has the day that was asked for. */
function daysOf({ from, to }: AdminDeliveryWindowCalendarResponse): string[] {
  const start = dayNumber(from)
  return Array.from({ length: dayNumber(to) - start + 1 }, (_, ahead) =>
    dayText(start + ahead)
  )
}

const Day = ({
  apart,
  date,
  isToday,
  isPast,
  windows,
  onOpen,
}: {
  /** Tells a window from the others; may be empty. */
  apart: (window: AdminPlannedWindow) => string
  date: string
  isToday: boolean
  isPast: boolean
  windows: readonly AdminPlannedWindow[]
  onOpen: () => void
}) => {
  const t = useText()
  return (
    <li
      data-date={date}
      className={clx(
        "flex min-w-0 flex-col gap-y-1.5 border-b border-r p-2 lg:[&:nth-child(7n)]:border-r-0",
        "max-lg:border-r-0 max-lg:px-4",
        isPast && "opacity-60 max-lg:hidden",
        windows.length === 0 && "max-lg:hidden"
      )}
    >
      <button
        type="button"
        disabled={isPast}
        aria-label={t("delivery.calendar.change", { date: dateText(t, date) })}
        onClick={onOpen}
        className={clx(
          "txt-compact-xsmall-plus hover:text-ui-fg-interactive focus-visible:shadow-borders-focus self-start rounded px-1 outline-none first-letter:uppercase",
          isToday ? "bg-ui-bg-highlight text-ui-fg-base" : "text-ui-fg-subtle"
        )}
      >
        {dateWords(date, t.locale, {
          weekday: "short",
          day: "numeric",
          month: "short",
        })}
      </button>
      {windows.length > 0 && (
        <ul className="flex list-none flex-col gap-y-1.5">
          {windows.map((window) => (
            <li
              key={window.id}
              title={[window.name, apart(window)].filter(Boolean).join(" · ")}
              className="txt-compact-xsmall flex flex-col gap-y-0.5 px-1 max-lg:flex-row max-lg:flex-wrap max-lg:gap-x-2"
            >
              <span className="flex items-baseline gap-x-1.5">
                <span
                  className={clx(
                    "shrink-0 tabular-nums",
                    window.is_closed
                      ? "text-ui-fg-subtle line-through"
                      : "text-ui-fg-base"
                  )}
                >
                  {hoursText(window)}
                </span>
                <span className="text-ui-fg-subtle min-w-0 truncate">
                  {window.is_closed ? t("delivery.closed") : window.name}
                </span>
              </span>
              {apart(window) !== "" && (
                <span className="text-ui-fg-subtle truncate">
                  {apart(window)}
                </span>
              )}
              {!(window.is_closed && window.booked === 0) && (
                <Fullness
                  window={window}
                  className="max-lg:ml-auto max-lg:w-24"
                />
              )}
              {window.over > 0 && (
                <Link
                  to={`/follow-ups/deliveries?date=${date}`}
                  className="text-ui-tag-orange-text self-start hover:underline"
                >
                  {t("delivery.toCall", { count: window.over })}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
