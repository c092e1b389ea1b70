import { Hint } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminMoneyDueSection } from "../../../src/api/admin/shortages/types"
import { moneyText } from "../../../src/money"
import { useReturnMoney } from "../../api/shortages"
import { Section } from "../../call-sheet/section"
import { useText } from "../../i18n/use-text"
import { useRememberCall } from "../../order/return-to-call"
import { refusalText } from "../../refusals/refusal-text"
import { Amount } from "../../task/amount"
import { SmallButton } from "../../task/small-button"
import { useTellDone } from "../done-in-section"
import type { DrawnProps } from "../drawn-props"
import { useIsMain } from "../main-of-section"

/** What a customer gets back, or has yet to pay. */
const MoneyDueSection = ({
  data,
  taskIds: [taskId = ""],
}: DrawnProps<AdminMoneyDueSection>) => {
  const t = useText()
  const remember = useRememberCall()
  const { direction, order_id, order_display_id, amount, currency_code } = data
  const isPayment = direction === "payment"
  return (
    <Section
      title={t(isPayment ? "toPay.title" : "refund.title")}
      aside={<Amount amount={amount} currencyCode={currency_code} />}
    >
      <div className="txt-compact-small flex flex-col gap-y-3">
        <p className="text-ui-fg-subtle">
          {t("refund.of", { order: `#${order_display_id ?? ""}` })} ·{" "}
          <Link
            to={`/orders/${order_id}`}
            onClick={() => remember(order_id, taskId)}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded outline-none"
          >
            {t(isPayment ? "toPay.page" : "refund.page")}
          </Link>
        </p>
        {isPayment ? (
          <p className="text-ui-fg-subtle">{t("toPay.hint")}</p>
        ) : (
          amount > 0 && <ReturnMoney {...data} />
        )}
      </div>
    </Section>
  )
}

/** A second press returns it. */
const ReturnMoney = ({
  order_id,
  amount,
  currency_code,
}: AdminMoneyDueSection) => {
  const t = useText()
  const tell = useTellDone()
  const [isAsked, setIsAsked] = useState(false)
  const isMain = useIsMain(isAsked)
  const { mutateAsync, isPending, error } = useReturnMoney(order_id)
  const text = moneyText(amount, currency_code, t.locale)
  return (
    <>
      {error && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <SmallButton
          variant={isMain ? "primary" : "secondary"}
          isLoading={isPending}
          onClick={() =>
            isAsked
              ? // By then the task, and this with it, may be gone.
                void mutateAsync({ amount }).then(
                  () => tell(t("refund.done", { amount: text })),
                  () => setIsAsked(false)
                )
              : setIsAsked(true)
          }
        >
          {t(isAsked ? "refund.sure" : "refund.return", {
            amount: text,
          })}
        </SmallButton>
        {isAsked && (
          <>
            <SmallButton disabled={isPending} onClick={() => setIsAsked(false)}>
              {t("forms.back")}
            </SmallButton>
            <span role="status" className="text-ui-fg-subtle">
              {t("refund.hint")}
            </span>
          </>
        )}
      </div>
    </>
  )
}

export default MoneyDueSection
