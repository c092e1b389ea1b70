import { useMemo, useState } from "react"
import { Field } from "../../call-sheet/field"
import { serverNow } from "../../clock/clock"
import { useText } from "../../i18n/use-text"
import { SearchChoice } from "../fields/search-choice"
import { timeZones, zoneOffset, zonePlace } from "./time-zones"

/** The calendar's time zone. */
export const TimeZoneField = ({
  value,
  error,
  onChange,
}: {
  value: string
  error: string | undefined
  onChange: (timeZone: string) => void
}) => {
  const t = useText()
  // Formatting the names of some 400 zones takes the browser 0.3 s.
  const [asked, setAsked] = useState(false)
  const choices = useMemo(() => {
    const now = serverNow()
    return (asked ? timeZones(value) : [value]).map((zone) => ({
      value: zone,
      label: zone.replace(/_/g, " "),
      note: zoneOffset(zone, now),
      alsoFoundBy: asked ? zonePlace(zone, t.locale) : undefined,
    }))
  }, [asked, value, t.locale])
  return (
    <Field label={t("settings.calendars.timeZone")} error={error}>
      {(field) => (
        <SearchChoice
          label={t("settings.calendars.timeZone")}
          field={field}
          value={value}
          choices={choices}
          onOpen={() => setAsked(true)}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
