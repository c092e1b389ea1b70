import { Switch, Text, clx } from "@medusajs/ui"
import { useId, useRef } from "react"
import { useController, type Control } from "react-hook-form"
import { WEEKDAYS, type Weekday } from "../../../src/business-time/definition"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { SectionFrame } from "../section-frame"
import type { CalendarValues } from "./calendar-values"
import { CopyDayMenu } from "./copy-day-menu"
import {
  ALWAYS_OPEN,
  copyDay,
  hoursToOpenWith,
  isAlwaysOpen,
  type Week,
} from "./week"
import { WindowsField } from "./windows-field"
import { weekdayName } from "./weekday-name"

/** The weekly hours. */
export const WeekSection = ({
  control,
  wrong,
}: {
  control: Control<CalendarValues>
  wrong: readonly string[]
}) => {
  const t = useText()
  const { field } = useController({ control, name: "week" })
  const { value: week, onChange } = field
  return (
    <SectionFrame
      title={t("settings.calendars.week")}
      summary={t("settings.calendars.weekHint")}
      wrong={wrong}
      aside={
        <SmallButton
          className="shrink-0"
          disabled={isAlwaysOpen(week)}
          onClick={() => onChange(ALWAYS_OPEN)}
        >
          {t("settings.calendars.always")}
        </SmallButton>
      }
    >
      <ul className="-my-4 list-none divide-y">
        {WEEKDAYS.map((day) => (
          <WeekDay key={day} day={day} week={week} onChange={onChange} />
        ))}
      </ul>
    </SectionFrame>
  )
}

const WeekDay = ({
  day,
  week,
  onChange,
}: {
  day: Weekday
  week: Week
  onChange: (week: Week) => void
}) => {
  const t = useText()
  const switchId = useId()
  const toggle = useRef<HTMLButtonElement>(null)
  const windows = week[day]
  const name = weekdayName(day, t.locale)
  const open = windows.length > 0
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-start gap-x-4 gap-y-2 py-3 sm:grid-cols-[150px_minmax(0,1fr)_auto]">
      <div
        className={clx(
          TOUCH_HEIGHT,
          "flex min-h-7 items-center gap-x-2",
          open && "max-sm:col-span-2"
        )}
      >
        <Switch
          ref={toggle}
          id={switchId}
          size="small"
          checked={open}
          onCheckedChange={(checked) =>
            onChange({
              ...week,
              [day]: checked ? hoursToOpenWith(week, day) : [],
            })
          }
        />
        <label
          htmlFor={switchId}
          className="txt-compact-small-plus text-ui-fg-base first-letter:uppercase"
        >
          {name}
        </label>
      </div>
      <div className={clx(open && "max-sm:order-last max-sm:col-span-3")}>
        {open ? (
          <WindowsField
            day={name}
            windows={windows}
            onChange={(windows) => {
              onChange({ ...week, [day]: windows })
              if (windows.length === 0) {
                toggle.current?.focus()
              }
            }}
          />
        ) : (
          <Text
            size="small"
            leading="compact"
            className={`${TOUCH_HEIGHT} text-ui-fg-subtle flex min-h-7 items-center`}
          >
            {t("settings.calendars.closed")}
          </Text>
        )}
      </div>
      <CopyDayMenu
        day={day}
        week={week}
        onCopy={(to) => onChange(copyDay(week, day, to))}
      />
    </li>
  )
}
