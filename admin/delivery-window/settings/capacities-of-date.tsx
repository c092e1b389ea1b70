import type { AdminDeliveryWindowTemplate } from "../../../src/api/admin/delivery-windows/templates/types"
import { useText } from "../../i18n/use-text"
import { NumberInput } from "../../settings/fields/number-input"
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

/** How much each window of a date takes, to begin with as much as usual. */
export const CapacitiesOfDate = ({
  templates,
  capacities,
  error,
  onChange,
}: {
  templates: readonly AdminDeliveryWindowTemplate[]
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
        {templates.map(({ id, name, starts_at, ends_at, capacity }) => (
          <li key={id} className="flex items-center gap-x-4 py-2">
            <span className="txt-compact-small text-ui-fg-base min-w-0 flex-1 break-words">
              {name}
              <span className="text-ui-fg-subtle tabular-nums">
                {` · ${starts_at}–${ends_at}`}
              </span>
            </span>
            <NumberInput
              label={`${t("delivery.settings.capacity")}: ${name}`}
              value={capacities[id] ?? capacity}
              min={0}
              onChange={(changed) => onChange(id, changed)}
            />
          </li>
        ))}
      </ul>
    </Group>
  )
}
