import type { AdminDeliveryWindowTemplate } from "../../../src/api/admin/delivery-windows/templates/types"
import type { Text } from "../../i18n/use-text"
import { dateWords } from "../../settings/calendars/local-day"
import { zoneText } from "../window-text"
import { weekdaysText } from "./weekdays-text"

type Template = Pick<
  AdminDeliveryWindowTemplate,
  | "id"
  | "name"
  | "weekdays"
  | "starts_at"
  | "ends_at"
  | "time_zone"
  | "service_zone"
  | "shipping_options"
  | "valid_from"
  | "valid_to"
>

/** What a template delivers to, by name; null if that is gone. */
export const placeOf = ({
  shipping_options,
  service_zone,
}: Pick<Template, "shipping_options" | "service_zone">): string | null =>
  shipping_options.length > 0
    ? shipping_options.map(({ name }) => name).join(", ")
    : (service_zone?.name ?? null)

/** It may be another year's. */
const dateOfYear = (t: Text, date: string) =>
  dateWords(date, t.locale, { day: "numeric", month: "short", year: "numeric" })

/** From when to when a template is valid, as far as that is limited. */
export const validityOf = (
  t: Text,
  { valid_from, valid_to }: Pick<Template, "valid_from" | "valid_to">
): string[] => [
  ...(valid_from
    ? [t("delivery.settings.from", { date: dateOfYear(t, valid_from) })]
    : []),
  ...(valid_to
    ? [t("delivery.settings.to", { date: dateOfYear(t, valid_to) })]
    : []),
]

/** In the order in which they are said, as far as they tell templates apart. */
const DETAILS: readonly ((t: Text, template: Template) => string)[] = [
  (t, template) => placeOf(template) ?? t("delivery.settings.servesNothing"),
  (t, { time_zone }) => zoneText(t, time_zone),
  (t, { weekdays }) => weekdaysText(t, weekdays),
  (t, template) => validityOf(t, template).join(" "),
]

/**
 * Templates by their names and hours, with what tells those of the same name
 * and hours apart.
 *
 * @example templateNames(t, templates).get(id) // "Morning · 08:00–12:00 · Bulgaria"
 */
export function templateNames(
  t: Text,
  templates: readonly Template[]
): ReadonlyMap<string, string> {
  let names = new Map(
    templates.map(({ id, name, starts_at, ends_at }) => [
      id,
      `${name} · ${starts_at}–${ends_at}`,
    ])
  )
  for (const detail of DETAILS) {
    const before = names
    // What all of them have in common tells nobody apart.
    const saysNothing = (one: Template) =>
      templates
        .filter(({ id }) => before.get(id) === before.get(one.id))
        .every((other) => detail(t, other) === detail(t, one))
    names = new Map(
      templates.map((template) => [
        template.id,
        [before.get(template.id), !saysNothing(template) && detail(t, template)]
          .filter(Boolean)
          .join(" · "),
      ])
    )
  }
  return names
}
