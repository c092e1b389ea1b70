import { useMemo, useState } from "react"
import { Field } from "../../call-sheet/field"
import { serverNow } from "../../clock/clock"
import { zoneName, zoneOffset } from "../../clock/zone-name"
import { useText } from "../../i18n/use-text"
import { SearchChoice } from "../fields/search-choice"
import { timeZones, zoneNamed, zoneNames } from "./time-zones"

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
  // Formatting the names of some 400 zones takes the browser 0.3 s, and few
  // people ever choose one: null until the list is opened.
  const [cities, setCities] = useState<Readonly<Record<string, string>> | null>(
    null
  )
  const open = () =>
    void import("./zone-cities").then(
      ({ ZONE_CITIES }) => setCities(ZONE_CITIES),
      // Zones are found by their other names.
      () => setCities({})
    )
  const choices = useMemo(() => {
    const now = serverNow()
    const zones = cities ? timeZones(value) : [value]
    const names = cities ? zoneNames(zones, t.language, cities) : null
    return zones.map((zone) => ({
      value: zone,
      label: zone.replace(/_/g, " "),
      note: [
        ...(names || zone === value ? [zoneName(zone, t.language)] : []),
        zoneOffset(zone, now),
      ].join(", "),
      alsoFoundBy: names?.get(zone),
    }))
  }, [cities, value, t.language])
  return (
    <Field label={t("settings.calendars.timeZone")} error={error}>
      {(field) => (
        <SearchChoice
          label={t("settings.calendars.timeZone")}
          field={field}
          value={value}
          choices={choices}
          loading={!cities}
          named={zoneNamed}
          onOpen={open}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
