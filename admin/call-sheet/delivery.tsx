import { clx } from "@medusajs/ui"
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
      <Fact label={t("sheet.address")} className="row-span-2 max-sm:row-span-1">
        {order.shipping_address.length > 0
          ? order.shipping_address.map((line, index) => (
              <span key={index} className="block break-words">
                {line}
              </span>
            ))
          : t("sheet.noAddress")}
      </Fact>
      {methods.length > 0 && (
        <Fact label={t("sheet.delivery")}>{methods.join(", ")}</Fact>
      )}
      <Fact label={t("sheet.payment")}>{paymentText(t, order)}</Fact>
      {order.note && (
        <Fact label={t("sheet.orderNote")} className="col-span-full">
          <span className="whitespace-pre-wrap break-words">{order.note}</span>
        </Fact>
      )}
    </dl>
  )
}

const Fact = ({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) => (
  <div
    className={clx(
      "txt-compact-small flex min-w-0 flex-col gap-y-1",
      className
    )}
  >
    <dt className="text-ui-fg-subtle">{label}</dt>
    <dd className="text-ui-fg-base">{children}</dd>
  </div>
)

/** Medusa's own provider: payment by hand, which it calls authorized at once. */
const BY_HAND = "pp_system_default"

function paymentText(t: Text, order: SheetOrder): string {
  const { payment_status: status, payment_providers: providers } = order
  const unpaid = status === "authorized" && providers.includes(BY_HAND)
  return [
    ...(status ? [t.of("payment", unpaid ? "not_paid" : status)] : []),
    ...providers.map((id) =>
      id === BY_HAND ? t("payment.manual") : providerName(id)
    ),
  ].join(" · ")
}

/** `pp_stripe_stripe` is Stripe. */
function providerName(id: string): string {
  const [, name = id] = id.split("_")
  return readable(name)
}
