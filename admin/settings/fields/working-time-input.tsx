import { useState } from "react"
import { useText } from "../../i18n/use-text"
import { Choice } from "./choice"
import { NumberInput } from "./number-input"
import { minutesOf, readWorkingTime, UNITS, type Unit } from "./working-time"

/** A year, the server's limit. */
const MOST_MINUTES = 366 * 24 * 60

/** A span of business time, in its most natural unit. */
export const WorkingTimeInput = ({
  label,
  minutes,
  min,
  units = UNITS,
  disabled,
  onChange,
}: {
  label: string
  minutes: number
  min?: 0
  /** For plain time: without days, which are working days. */
  units?: readonly Unit[]
  disabled?: boolean
  onChange: (minutes: number) => void
}) => {
  const t = useText()
  // Keeps the unit while typing: 8 hours must not become a day.
  const [kept, setKept] = useState<Unit | null>(null)
  const read = readWorkingTime(minutes, units)
  const fits =
    kept !== null && minutes % minutesOf({ amount: 1, unit: kept }) === 0
  const unit = kept !== null && fits ? kept : read.unit
  const amount = minutes / minutesOf({ amount: 1, unit })
  return (
    <span className="inline-flex items-center gap-x-1">
      <NumberInput
        label={label}
        value={amount}
        min={min}
        max={Math.floor(MOST_MINUTES / minutesOf({ amount: 1, unit }))}
        disabled={disabled}
        onChange={(amount) => {
          setKept(unit)
          onChange(minutesOf({ amount, unit }))
        }}
      />
      <Choice
        label={t("settings.fields.unitOf", { field: label })}
        value={unit}
        disabled={disabled}
        choices={units.map((unit) => ({
          value: unit,
          label: t(`settings.fields.units.${unit}`, { count: amount }),
        }))}
        onChange={(unit) => {
          setKept(unit)
          onChange(minutesOf({ amount, unit }))
        }}
      />
    </span>
  )
}
