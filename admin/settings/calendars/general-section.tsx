import { Input } from "@medusajs/ui"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { SectionFrame } from "../section-frame"
import type { CalendarDraft } from "./draft"
import type { Edit } from "./draft-reducer"
import { TimeZoneField } from "./time-zone-field"

/** What the calendar is called, and on whose clocks it is read. */
export const GeneralSection = ({
  draft,
  nameError,
  zoneError,
  isNew = false,
  onEdit,
}: {
  draft: CalendarDraft
  nameError: string | null
  zoneError: string | null
  isNew?: boolean
  onEdit: (edit: Edit) => void
}) => {
  const t = useText()
  return (
    <SectionFrame title={t("settings.calendars.general")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("settings.calendars.name")} error={nameError}>
          {(field) => (
            <Input
              {...field}
              value={draft.name}
              autoFocus={isNew}
              autoComplete="off"
              maxLength={100}
              placeholder={t("settings.calendars.nameExample")}
              className="max-lg:h-10"
              onChange={(event) =>
                onEdit({ what: "name", name: event.target.value })
              }
            />
          )}
        </Field>
        <TimeZoneField
          value={draft.time_zone}
          error={zoneError}
          onChange={(time_zone) => onEdit({ what: "time_zone", time_zone })}
        />
      </div>
    </SectionFrame>
  )
}
