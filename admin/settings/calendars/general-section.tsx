import { Input } from "@medusajs/ui"
import { useController, type Control } from "react-hook-form"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { SectionFrame } from "../section-frame"
import type { CalendarValues } from "./calendar-values"
import { TimeZoneField } from "./time-zone-field"

/** The calendar's name and time zone. */
export const GeneralSection = ({
  control,
  nameError,
  zoneError,
  isNew,
}: {
  control: Control<CalendarValues>
  nameError: string | undefined
  zoneError: string | undefined
  isNew: boolean
}) => {
  const t = useText()
  const { field: name } = useController({ control, name: "name" })
  const { field: zone } = useController({ control, name: "time_zone" })
  return (
    <SectionFrame title={t("settings.calendars.general")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("settings.calendars.name")} error={nameError}>
          {(field) => (
            <Input
              {...field}
              {...name}
              autoFocus={isNew}
              autoComplete="off"
              maxLength={100}
              placeholder={t("settings.calendars.nameExample")}
              className={TOUCH_HEIGHT}
            />
          )}
        </Field>
        <TimeZoneField
          value={zone.value}
          error={zoneError}
          onChange={zone.onChange}
        />
      </div>
    </SectionFrame>
  )
}
