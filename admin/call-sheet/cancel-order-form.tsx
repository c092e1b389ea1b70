import type { RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import type { CallSheet } from "../api/queries"
import { moneyBack, paymentOf } from "../desk/order/order-deed"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { useSettledSinceShown } from "../keyboard/settles-after"
import { useListKeys } from "../keyboard/use-list-keys"
import { isClosed } from "../task/outcome-actions"
import { SmallButton } from "../task/small-button"
import { FormFrame } from "./form-frame"

/**
 * Asks for confirmation before an order is canceled. The button that has the
 * focus is the one that the playbook prefers.
 */
export const CancelOrderForm = ({
  task,
  sections,
  sheet,
  pending,
  onConfirm,
  onBack,
}: {
  task: FollowUp
  /** Of the sheet: what was paid for the order is among them. */
  sections: CallSheet["sections"]
  sheet: RefObject<Element>
  pending: boolean
  onConfirm: () => void
  onBack: () => void
}) => {
  const t = useText()
  const isSettled = useSettledSinceShown()
  const { list } = useListKeys<HTMLDivElement>(sheet, isSettled)
  const closed = isClosed(task)
  const cancels = closed && task.when_order_off === "cancel"
  return (
    <FormFrame
      title={t("forms.cancelOrder", { number: task.order_display_id ?? "" })}
      hint={[
        t("forms.cancelOrderHint"),
        ...moneyBack(paymentOf(sections, task.id)).map((what) =>
          t(what === "paid" ? "forms.cancelOrderPaid" : "forms.cancelOrderHeld")
        ),
      ].join(" ")}
      pending={pending}
      onBack={onBack}
      choices={
        <div {...list} className="flex flex-wrap gap-2">
          <SmallButton autoFocus={!cancels} onClick={onBack}>
            {t(closed ? "order.keep" : "forms.back")}
            <Key name="1" />
          </SmallButton>
          <SmallButton
            autoFocus={cancels}
            variant="danger"
            isLoading={pending}
            onKeyDown={(event) => {
              // The key that recorded the outcome may still be held down.
              if (event.repeat) {
                event.preventDefault()
              }
            }}
            onClick={({ timeStamp }) => {
              if (isSettled(timeStamp)) {
                onConfirm()
              }
            }}
          >
            {t("forms.cancelOrderNow")}
            <Key name="2" onDark />
          </SmallButton>
        </div>
      }
    />
  )
}
