import { clx } from "@medusajs/ui"
import { useText, type Text } from "../../i18n/use-text"
import { dateRange, dateWords } from "./local-day"
import { spanTexts, type OpenSpan, type PreviewDay } from "./preview-days"

const DAY_MINUTES = 1_440
const MARKS = [0, 6, 12, 18, 24]

/** The columns of each row: the date, the hours, and their total. */
const COLUMNS = "grid grid-cols-[64px_minmax(0,1fr)_52px] items-center gap-x-2"

/** The hour scale above the bars. */
export const PreviewScale = () => (
  <div aria-hidden className={COLUMNS}>
    <div className="txt-compact-xsmall text-ui-fg-subtle relative col-start-2 h-4 tabular-nums">
      {MARKS.map((hour) => (
        <span
          key={hour}
          style={{ left: `${(hour / 24) * 100}%` }}
          className="absolute -translate-x-1/2 first:translate-x-0 last:-translate-x-full"
        >
          {hour}
        </span>
      ))}
    </div>
  </div>
)

export const PreviewWeek = ({ days }: { days: readonly PreviewDay[] }) => {
  const t = useText()
  const [first, last] = [days[0], days.at(-1)]
  return (
    <div className="pt-2 first-of-type:pt-0">
      <p
        aria-hidden
        className="txt-compact-xsmall-plus text-ui-fg-subtle pb-0.5 pl-1"
      >
        {first && last && dateRange(first.date, last.date, t.locale)}
      </p>
      <ul className="list-none">
        {days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </ul>
    </div>
  )
}

const Day = ({ day }: { day: PreviewDay }) => {
  const t = useText()
  const hours = day.openSeconds / 3_600
  const label = day.exception?.label
  const isFree = day.spans.length === 0
  return (
    <li
      title={spoken(t, day)}
      data-date={day.date}
      data-today={day.isToday || undefined}
      className={clx(
        COLUMNS,
        "txt-compact-xsmall min-h-[18px] rounded",
        day.isToday && "bg-ui-bg-highlight"
      )}
    >
      <span className="sr-only">{spoken(t, day)}</span>
      <span
        aria-hidden
        className={clx(
          "truncate pl-1 tabular-nums first-letter:uppercase",
          day.isToday ? "text-ui-fg-base font-medium" : "text-ui-fg-subtle"
        )}
      >
        {dateWords(day.date, t.locale, { weekday: "short", day: "numeric" })}
      </span>
      <span
        aria-hidden
        className="bg-ui-bg-component relative h-3.5 overflow-hidden rounded-sm"
      >
        {MARKS.slice(1, -1).map((hour) => (
          <span
            key={hour}
            style={{ left: `${(hour / 24) * 100}%` }}
            className="bg-ui-border-base absolute inset-y-0 w-px"
          />
        ))}
        {day.spans.map((span) => (
          <Bar key={span.from} span={span} />
        ))}
        {label && isFree && (
          <span className="text-ui-fg-subtle bg-ui-bg-component absolute inset-0 truncate px-1.5 leading-[14px]">
            {label}
          </span>
        )}
      </span>
      <span
        aria-hidden
        className="text-ui-fg-subtle pr-1 text-right tabular-nums"
      >
        {hours > 0
          ? t("settings.calendars.hoursShort", { hours: rounded(hours, t) })
          : "–"}
      </span>
      {label && !isFree && (
        <span
          aria-hidden
          className="text-ui-fg-subtle col-start-2 truncate px-1.5 pb-0.5"
        >
          {label}
        </span>
      )}
    </li>
  )
}

const Bar = ({ span }: { span: OpenSpan }) => (
  <span
    style={{
      left: `${(span.from / DAY_MINUTES) * 100}%`,
      width: `${((span.to - span.from) / DAY_MINUTES) * 100}%`,
    }}
    className={clx(
      "absolute inset-y-0",
      span.special ? "bg-ui-tag-orange-icon" : "bg-ui-tag-green-icon",
      !span.wentOn && "rounded-l-sm",
      !span.goesOn && "rounded-r-sm"
    )}
  />
)

/** The row for screen readers: `Friday, 25 December, Christmas: closed`. */
function spoken(t: Text, day: PreviewDay): string {
  const date = dateWords(day.date, t.locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
  })
  const name = [
    day.isToday && t("settings.calendars.today"),
    date,
    day.exception?.label,
  ]
    .filter(Boolean)
    .join(", ")
  const hours =
    day.spans.length > 0
      ? spanTexts(day.spans).join(", ")
      : t("settings.calendars.closed")
  return `${name}: ${hours}`
}

function rounded(hours: number, t: Text): string {
  return new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1 }).format(
    hours
  )
}
