import type {
  AdminDeliveryWindowTemplate,
  AdminPlannedWindow,
} from "../../../src/api/admin/delivery-windows/templates/types"
import { useText } from "../../i18n/use-text"
import { NumberInput } from "../../settings/fields/number-input"
import { Fullness } from "../fullness"
import { Group } from "./form-body"

/** The templates of which windows are made on a date; all that are on, of none. */
export function templatesOn(
  date: string,
  templates: readonly AdminDeliveryWindowTemplate[]
): AdminDeliveryWindowTemplate[] {
  const sunday = 7
  const weekday = new Date(date).getUTCDay() || sunday
  return templates.filter(
    ({ is_on, weekdays, valid_from, valid_to }) =>
      is_on &&
      (date === "" ||
        (weekdays.includes(weekday) &&
          (valid_from ?? date) <= date &&
          date <= (valid_to ?? date)))
  )
}

/** The window that a template makes on the day of these windows. */
export const windowOf = (
  { id, starts_at }: AdminDeliveryWindowTemplate,
  windows: readonly AdminPlannedWindow[]
): AdminPlannedWindow | undefined =>
  windows.find(
    ({ template_id, local_start }) =>
      template_id === id && local_start === starts_at
  )

/**
 * How much each window of a date takes, to begin with as much as usual, and how
 * much of it is taken.
 */
export const CapacitiesOfDate = ({
  templates,
  names,
  windows,
  capacities,
  error,
  onChange,
}: {
  templates: readonly AdminDeliveryWindowTemplate[]
  /** By template: what tells it from the others. */
  names: ReadonlyMap<string, string>
  /** Those of the date, as far as they are known. */
  windows: readonly AdminPlannedWindow[]
  /** By template; those that are left out are as usual. */
  capacities: Readonly<Record<string, number>>
  error: string | undefined
  onChange: (template_id: string, capacity: number) => void
}) => {
  const t = useText()
  return (
    <Group
      label={t("delivery.settings.capacity")}
      hint={
        templates.length === 0 ? t("delivery.exceptions.noWindows") : undefined
      }
      error={error}
    >
      <ul className="list-none divide-y">
        {templates.map((template) => {
          const { id, capacity } = template
          const name = names.get(id) ?? template.name
          const window = windowOf(template, windows)
          return (
            <li key={id} className="flex items-center gap-x-4 py-2">
              <span className="flex min-w-0 flex-1 flex-col gap-y-1">
                <span className="txt-compact-small text-ui-fg-base break-words tabular-nums">
                  {name}
                </span>
                {window && <Fullness window={window} className="max-w-48" />}
              </span>
              <NumberInput
                label={`${t("delivery.settings.capacity")}: ${name}`}
                value={capacities[id] ?? capacity}
                min={0}
                onChange={(changed) => onChange(id, changed)}
              />
            </li>
          )
        })}
      </ul>
    </Group>
  )
}
