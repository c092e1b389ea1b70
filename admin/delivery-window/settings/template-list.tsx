import { CalendarMini } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import type {
  AdminDeliveryWindowTemplate,
  AdminDeliveryWindowVocabularyResponse,
} from "../../../src/api/admin/delivery-windows/templates/types"
import { labelText } from "../../i18n/label-text"
import { useText, type Text } from "../../i18n/use-text"
import { workingTimeText } from "../../settings/fields/working-time-text"
import { Message } from "../../task/message"
import { durationText } from "../../timer/duration-text"
import { zoneText } from "../window-text"
import { placeOf, validityOf } from "./template-names"
import { weekdaysText } from "./weekdays-text"

type Vocabulary = AdminDeliveryWindowVocabularyResponse

/** The templates, each with what it comes to in a line or two. */
export const TemplateList = ({
  templates,
  vocabulary,
  onOpen,
}: {
  templates: readonly AdminDeliveryWindowTemplate[]
  vocabulary: Vocabulary
  onOpen: (template: AdminDeliveryWindowTemplate) => void
}) => {
  const t = useText()
  return templates.length === 0 ? (
    <Message
      icon={<CalendarMini />}
      title={t("delivery.settings.empty")}
      text={t("delivery.settings.emptyText")}
    />
  ) : (
    <ul className="list-none divide-y">
      {templates.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            onClick={() => onOpen(template)}
            className="txt-compact-small text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-highlight flex w-full flex-col gap-y-1 px-6 py-3 text-left outline-none max-lg:px-4"
          >
            <span className="flex w-full flex-wrap items-center gap-x-3 gap-y-1">
              <span className="text-ui-fg-base txt-compact-small-plus min-w-0 break-words">
                {template.name}
              </span>
              {!template.is_on && (
                <Badge size="2xsmall">{t("delivery.settings.off")}</Badge>
              )}
              <span className="text-ui-fg-base inline-block tabular-nums first-letter:uppercase lg:ml-auto">
                {`${weekdaysText(t, template.weekdays)} · ${template.starts_at}–${template.ends_at}`}
              </span>
            </span>
            <span className="min-w-0 break-words">
              {termsOf(t, template, vocabulary).join(" · ")}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

export const unitName = (
  t: Text,
  unit: string,
  { capacity_units }: Vocabulary
): string =>
  t.of(
    "deliveryUnits",
    unit,
    labelText(t, capacity_units.find((known) => known.unit === unit)?.label) ??
      unit
  )

/** `10 orders` */
function takesText(
  t: Text,
  { capacity, capacity_unit }: AdminDeliveryWindowTemplate,
  vocabulary: Vocabulary
): string {
  return capacity_unit === "orders" || capacity_unit === "items"
    ? t(`delivery.settings.takes.${capacity_unit}`, { count: capacity })
    : `${capacity} ${unitName(t, capacity_unit, vocabulary)}`
}

function termsOf(
  t: Text,
  template: AdminDeliveryWindowTemplate,
  vocabulary: Vocabulary
): string[] {
  const { cut_off_minutes, lead_minutes } = template
  return [
    placeOf(template) ?? t("delivery.settings.servesNothing"),
    ...(template.time_zone === vocabulary.time_zone
      ? []
      : [zoneText(t, template.time_zone)]),
    takesText(t, template, vocabulary),
    ...(cut_off_minutes > 0
      ? [
          t("delivery.settings.cutOffText", {
            time: workingTimeText(t, cut_off_minutes),
          }),
        ]
      : []),
    ...(lead_minutes > 0
      ? [
          t("delivery.settings.leadText", {
            time: durationText(t, lead_minutes * 60),
          }),
        ]
      : []),
    ...validityOf(t, template),
  ]
}
