import { Input, clx } from "@medusajs/ui"
import { useState } from "react"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { readClock, stepClock } from "./clock-text"

const STEP_MINUTES = 15

/**
 * A time of day, typed freely (`9`, `930`, `9:30`) or changed with the arrow
 * keys. Unlike the browser's time field it accepts 24:00 and always uses a
 * 24-hour clock.
 */
export const TimeField = ({
  label,
  value,
  invalid,
  describedBy,
  autoFocus,
  onChange,
}: {
  label: string
  value: string
  invalid: boolean
  /** The id of the error message. */
  describedBy?: string
  autoFocus?: boolean
  /** Called with `HH:MM`, or with the typed text if it is not a time. */
  onChange: (value: string) => void
}) => {
  /** The text being typed; an incomplete time is not reported yet. */
  const [typed, setTyped] = useState<string | null>(null)

  const settle = () => {
    if (typed !== null) {
      setTyped(null)
      onChange(readClock(typed) ?? typed.trim())
    }
  }

  return (
    <Input
      size="small"
      inputMode="numeric"
      autoComplete="off"
      autoFocus={autoFocus}
      aria-label={label}
      aria-invalid={invalid && typed === null}
      aria-describedby={describedBy}
      placeholder="00:00"
      value={typed ?? value}
      className={clx(TOUCH_HEIGHT, "w-16 text-center tabular-nums")}
      onFocus={(event) => event.target.select()}
      onBlur={settle}
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        const time = readClock(text)
        if (time !== null) {
          onChange(time)
        }
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          settle()
        }
        if (event.key === "ArrowUp" || event.key === "ArrowDown") {
          event.preventDefault()
          const up = event.key === "ArrowUp" ? 1 : -1
          const step = event.shiftKey ? 60 : STEP_MINUTES
          onChange(stepClock(typed ?? value, up * step))
          setTyped(null)
        }
      }}
    />
  )
}
