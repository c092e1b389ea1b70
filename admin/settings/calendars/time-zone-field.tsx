import { useMemo, useState } from "react"
import { Field } from "../../call-sheet/field"
import { serverNow } from "../../clock/clock"
import { useText } from "../../i18n/use-text"
import { SearchChoice } from "../fields/search-choice"
import { timeZones, zoneNamed, zoneNames, zoneOffset } from "./time-zones"

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
    const zones = asked ? timeZones(value) : [value]
    const names = asked ? zoneNames(zones, t.language) : null
    return zones.map((zone) => ({
      value: zone,
      label: zone.replace(/_/g, " "),
      note: zoneOffset(zone, now),
      alsoFoundBy: names?.get(zone),
    }))
  }, [asked, value, t.language])
  return (
    <Field label={t("settings.calendars.timeZone")} error={error}>
      {(field) => (
        <SearchChoice
          label={t("settings.calendars.timeZone")}
          field={field}
          value={value}
          choices={choices}
          named={zoneNamed}
          onOpen={() => setAsked(true)}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
