import { useText, type Text } from "../../i18n/use-text"
import { Fact, FactList } from "../facts/fact-list"
import { BY_HAND } from "./order-deed"
import { displayName } from "../../i18n/display-name"
import { readable } from "../../i18n/readable"
import type { AdminFollowUpCallSheetOrder } from "../../../src/api/admin/follow-ups/types"

/** Payment, shipping method and address. */
export const Delivery = ({ order }: { order: AdminFollowUpCallSheetOrder }) => {
  const t = useText()
  const methods = order.shipping_methods.map(({ name }) => name)
  return (
    <FactList>
      <Fact label={t("sheet.address")} className="row-span-2 max-sm:row-span-1">
        {order.shipping_address.length > 0
          ? order.shipping_address.map((line, index) => (
              <span key={index} dir="auto" className="block break-words">
                {line === order.shipping_country
                  ? displayName(t, "region", line)
                  : line}
              </span>
            ))
          : t("sheet.noAddress")}
      </Fact>
      {methods.length > 0 && (
        <Fact label={t("sheet.delivery")}>{methods.join(", ")}</Fact>
      )}
      <Fact label={t("sheet.payment")}>{paymentText(t, order)}</Fact>
      {order.desk_note && (
        <Fact label={t("order.deskNote")} className="col-span-full">
          <span dir="auto" className="whitespace-pre-wrap break-words">
            {order.desk_note}
          </span>
        </Fact>
      )}
    </FactList>
  )
}

function paymentText(t: Text, order: AdminFollowUpCallSheetOrder): string {
  const { payment_status: status, payment_providers: providers } = order
  const unpaid = status === "authorized" && providers.includes(BY_HAND)
  return [
    ...(status ? [t.of("payment", unpaid ? "not_paid" : status)] : []),
    ...providers.map((id) =>
      id === BY_HAND ? t("payment.manual") : providerName(id)
    ),
  ].join(" · ")
}

/** `pp_stripe_stripe` becomes Stripe. */
function providerName(id: string): string {
  const [, name = id] = id.split("_")
  return readable(name)
}
