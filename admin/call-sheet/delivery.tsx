import type { ReactNode } from "react"
import { useText, type Text } from "../i18n/use-text"
import { readable } from "../i18n/readable"
import type { SheetOrder } from "./sheet-order"

/** How it is paid, how it comes and where to. */
export const Delivery = ({ order }: { order: SheetOrder }) => {
  const t = useText()
  const methods = order.shipping_methods.map(({ name }) => name)
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
      <Fact label={t("sheet.address")}>
        {order.shipping_address.length > 0
          ? order.shipping_address.map((line, index) => (
              <span key={index} className="block break-words">
                {line}
              </span>
            ))
          : t("sheet.noAddress")}
      </Fact>
      <div className="flex flex-col gap-y-3">
        {methods.length > 0 && (
          <Fact label={t("sheet.delivery")}>{methods.join(", ")}</Fact>
        )}
        <Fact label={t("sheet.payment")}>{paymentText(t, order)}</Fact>
      </div>
      {order.note && (
        <div className="col-span-full">
          <Fact label={t("sheet.orderNote")}>
            <span className="whitespace-pre-wrap break-words">
              {order.note}
            </span>
          </Fact>
        </div>
      )}
    </dl>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="txt-compact-small flex min-w-0 flex-col gap-y-1">
    <dt className="text-ui-fg-subtle">{label}</dt>
    <dd className="text-ui-fg-base">{children}</dd>
  </div>
)

function paymentText(t: Text, order: SheetOrder): string {
  return [
    ...(order.payment_status ? [t.of("payment", order.payment_status)] : []),
    ...order.payment_providers.map((id) => providerText(t, id)),
  ].join(" · ")
}

/** `pp_stripe_stripe` is Stripe; Medusa's own provider is payment by hand. */
function providerText(t: Text, id: string): string {
  const [, name = id] = id.split("_")
  return id === "pp_system_default" ? t("payment.manual") : readable(name)
}
