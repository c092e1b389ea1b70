import { clx } from "@medusajs/ui"
import { useText } from "../i18n/use-text"
import { moneyText } from "../../src/money"

/** An amount of money, from left to right in every language. */
export const Amount = ({
  amount,
  currencyCode,
  className,
}: {
  /** In major units. */
  amount: number
  currencyCode: string
  className?: string
}) => {
  const t = useText()
  return (
    <bdi dir="ltr" className={clx("tabular-nums", className)}>
      {moneyText(amount, currencyCode, t.locale)}
    </bdi>
  )
}
