import { clx } from "@medusajs/ui"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { dayName } from "./weekdays-text"

const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** The weekdays on which windows start. */
export const WeekdayPicker = ({
  weekdays,
  onChange,
}: {
  weekdays: readonly number[]
  onChange: (weekdays: number[]) => void
}) => {
  const t = useText()
  return (
    <div className="grid grid-cols-7 gap-1">
      {DAYS.map((day) => {
        const isOn = weekdays.includes(day)
        return (
          <button
            key={day}
            type="button"
            aria-pressed={isOn}
            aria-label={dayName(t, day, "long")}
            onClick={() =>
              onChange(
                isOn
                  ? weekdays.filter((other) => other !== day)
                  : [...weekdays, day].toSorted((a, b) => a - b)
              )
            }
            className={clx(
              TOUCH_HEIGHT,
              "txt-compact-small-plus shadow-borders-base focus-visible:shadow-borders-focus h-8 min-w-0 rounded-md outline-none first-letter:uppercase",
              isOn
                ? "bg-ui-button-inverted text-ui-contrast-fg-primary"
                : "bg-ui-bg-field text-ui-fg-subtle hover:bg-ui-bg-field-hover"
            )}
          >
            {dayName(t, day)}
          </button>
        )
      })}
    </div>
  )
}
