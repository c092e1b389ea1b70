import type { AdminCarrierOfOrderResponse } from "../../src/api/admin/delivery-windows/types"
import { CopyButton } from "../call-sheet/copy-button"
import { labelText } from "../i18n/label-text"
import { useText } from "../i18n/use-text"

/** What whoever makes the parcel tells the carrier, so that it comes then. */
export const Shipment = ({
  shipment: { carrier, fields },
}: {
  shipment: NonNullable<
    AdminCarrierOfOrderResponse["carrier_of_order"]["shipment"]
  >
}) => {
  const t = useText()
  const title = t("delivery.shipment", {
    carrier: labelText(t, carrier.label) ?? carrier.carrier,
  })
  const lines = Object.entries(fields).map(
    ([name, value]) => [name, String(value)] as const
  )
  return (
    <div className="bg-ui-bg-subtle flex items-start gap-x-2 rounded-lg border px-3 py-2">
      <div className="txt-compact-small flex min-w-0 flex-1 flex-col gap-y-1">
        <span className="text-ui-fg-subtle">{title}</span>
        <dl dir="ltr" className="flex flex-col gap-y-1">
          {lines.map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-ui-fg-subtle break-all">{name}</dt>
              <dd className="text-ui-fg-base break-all font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <CopyButton
        text={lines.map(([name, value]) => `${name}: ${value}`).join("\n")}
        label={title}
      />
    </div>
  )
}
