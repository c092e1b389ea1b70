import { TriangleRightMini } from "@medusajs/icons"
import { Badge, StatusBadge, clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminFollowUpCalendar } from "../../../src/api/admin/follow-ups/calendars/types"
import { useMinute } from "../../clock/use-now"
import { useText, type Text } from "../../i18n/use-text"
import { calendarPath } from "./calendar-paths"
import { openText } from "./open-text"
import { useBindingName } from "./use-binding-name"

const COLUMNS =
  "lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,3fr)_minmax(0,1fr)_20px] lg:items-center lg:gap-x-4"

/** The rest are shown on the calendar's page. */
const NAMES_SHOWN = 3

export const CalendarsList = ({
  calendars,
}: {
  calendars: readonly AdminFollowUpCalendar[]
}) => {
  const t = useText()
  return (
    <div>
      <div
        aria-hidden
        className={clx(
          "txt-compact-small-plus text-ui-fg-subtle bg-ui-bg-subtle hidden h-10 border-b px-6",
          COLUMNS
        )}
      >
        <span>{t("settings.calendars.columns.name")}</span>
        <span>{t("settings.calendars.columns.now")}</span>
        <span>{t("settings.calendars.columns.applies")}</span>
        <span>{t("settings.calendars.columns.tasks")}</span>
      </div>
      <ul className="list-none divide-y">
        {calendars.map((calendar) => (
          <CalendarRow
            key={calendar.id}
            calendar={calendar}
            isOnly={calendars.length === 1}
          />
        ))}
      </ul>
    </div>
  )
}

const CalendarRow = ({
  calendar,
  isOnly,
}: {
  calendar: AdminFollowUpCalendar
  isOnly: boolean
}) => {
  const t = useText()
  const now = useMinute()
  const bindingName = useBindingName()
  return (
    <li>
      <Link
        to={calendarPath(calendar.id)}
        className={clx(
          "txt-compact-small text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-highlight flex min-h-12 flex-col gap-y-1.5 px-6 py-3 outline-none max-lg:px-4 lg:py-2",
          COLUMNS
        )}
      >
        <span className="flex min-w-0 items-center gap-x-2">
          <span className="text-ui-fg-base txt-compact-small-plus truncate">
            {calendar.name}
          </span>
          {calendar.is_default && (
            <Badge size="2xsmall" className="shrink-0">
              {t("settings.calendars.default")}
            </Badge>
          )}
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          <StatusBadge color={calendar.is_open ? "green" : "grey"}>
            {openText(t, calendar, now)}
          </StatusBadge>
        </span>
        <span className="min-w-0 first-letter:uppercase lg:truncate">
          {appliesTo(t, calendar, calendar.bindings.map(bindingName), isOnly)}
        </span>
        <span className="truncate lg:sr-only">
          {t("settings.calendars.openTasks", { count: calendar.active_tasks })}
        </span>
        {/* The head of the column says of what. */}
        <span aria-hidden className="tabular-nums max-lg:hidden">
          {calendar.active_tasks}
        </span>
        <TriangleRightMini
          aria-hidden
          className="text-ui-fg-muted max-lg:hidden"
        />
      </Link>
    </li>
  )
}

function appliesTo(
  t: Text,
  calendar: AdminFollowUpCalendar,
  names: readonly string[],
  isOnly: boolean
): string {
  const shown = names.slice(0, NAMES_SHOWN)
  const rest = names.length - shown.length
  const words = [
    ...shown,
    rest > 0 && t("settings.calendars.andMore", { count: rest }),
    calendar.playbooks.length > 0 &&
      t("settings.calendars.usedByPlaybooks", {
        count: calendar.playbooks.length,
      }),
    calendar.is_default &&
      t(`settings.calendars.${isOnly ? "everywhere" : "everywhereElse"}`),
  ].filter(Boolean)
  return words.length > 0
    ? words.join(" · ")
    : t("settings.calendars.appliesNowhere")
}
