import { Fragment } from "react"
import { Amount } from "../task/amount"

/** Amounts in several currencies, which are not added up. */
export const Money = ({
  amounts,
}: {
  amounts: readonly { currency_code: string; amount: number }[]
}) =>
  amounts.map(({ currency_code, amount }, place) => (
    <Fragment key={currency_code}>
      {place > 0 && " + "}
      <Amount
        amount={amount}
        currencyCode={currency_code}
        className="whitespace-nowrap"
      />
    </Fragment>
  ))
