import { useText } from "../../i18n/use-text"
import type {
  AdminDeliveryWindowVocabularyResponse,
  AdminSaveDeliveryWindowTemplate,
} from "../../../src/api/admin/delivery-windows/templates/types"
import { Choice } from "../../settings/fields/choice"
import { ListPicker } from "../../settings/fields/list-picker"
import { Group } from "./form-body"

type Where = Pick<
  AdminSaveDeliveryWindowTemplate,
  "service_zone_id" | "shipping_option_ids"
>

const ANY = "-"

/** For which deliveries the windows are: a service zone, or some of its options. */
export const WhereFields = ({
  values: { service_zone_id, shipping_option_ids },
  vocabulary: { service_zones },
  error,
  onChange,
}: {
  values: Where
  vocabulary: AdminDeliveryWindowVocabularyResponse
  error: string | undefined
  onChange: (where: Partial<Where>) => void
}) => {
  const t = useText()
  const zone = service_zones.find(({ id }) => id === service_zone_id)
  const options = zone
    ? zone.shipping_options
    : service_zones.flatMap(({ shipping_options }) => shipping_options)
  return (
    <>
      <Group label={t("delivery.settings.zone")} error={undefined}>
        <Choice
          label={t("delivery.settings.zone")}
          className="h-8 w-full"
          value={service_zone_id ?? ANY}
          choices={[
            { value: ANY, label: t("delivery.settings.anyZone") },
            ...service_zones.map(({ id, name }) => ({
              value: id,
              label: name,
            })),
          ]}
          onChange={(id) =>
            onChange({
              service_zone_id: id === ANY ? null : id,
              shipping_option_ids: [],
            })
          }
        />
      </Group>
      <Group
        label={t("delivery.settings.options")}
        hint={t(
          zone
            ? "delivery.settings.optionsOfZone"
            : "delivery.settings.optionsHint"
        )}
        error={error}
      >
        <ListPicker
          label={t("delivery.settings.options")}
          choices={options}
          ids={shipping_option_ids}
          onChange={(ids) => onChange({ shipping_option_ids: ids })}
        />
      </Group>
    </>
  )
}
