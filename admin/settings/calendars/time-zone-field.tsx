import { useMemo } from "react"
import { Field } from "../../call-sheet/field"
import { serverNow } from "../../clock/clock"
import { useText } from "../../i18n/use-text"
import { SearchChoice } from "../fields/search-choice"
import { timeZones, zoneOffset } from "./time-zones"

/** Whose clocks the hours are read on. */
export const TimeZoneField = ({
  value,
  error,
  onChange,
}: {
  value: string
  error: string | null
  onChange: (timeZone: string) => void
}) => {
  const t = useText()
  const choices = useMemo(() => {
    const now = serverNow()
    return timeZones(value).map((zone) => ({
      value: zone,
      label: zone.replace(/_/g, " "),
      note: zoneOffset(zone, now),
    }))
  }, [value])
  return (
    <Field label={t("settings.calendars.timeZone")} error={error}>
      {(field) => (
        <SearchChoice
          label={t("settings.calendars.timeZone")}
          field={field}
          value={value}
          choices={choices}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
