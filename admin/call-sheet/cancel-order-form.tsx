import { useRef } from "react"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { SETTLES_AFTER_MS } from "../keyboard/settles-after"
import { isClosed } from "../task/outcome-actions"
import { SmallButton } from "../task/small-button"
import { FormFrame } from "./form-frame"

/**
 * Asks for confirmation before an order is canceled. The button that has the
 * focus is the one that the playbook prefers.
 */
export const CancelOrderForm = ({
  task,
  pending,
  onConfirm,
  onBack,
}: {
  task: FollowUp
  pending: boolean
  onConfirm: () => void
  onBack: () => void
}) => {
  const t = useText()
  const shownAt = useRef(performance.now())
  const cancels = isClosed(task) && task.when_order_off === "cancel"
  return (
    <FormFrame
      title={t("forms.cancelOrder", { number: task.order_display_id ?? "" })}
      hint={t("forms.cancelOrderHint")}
      back={isClosed(task) ? t("order.keep") : undefined}
      backFocused={!cancels}
      pending={pending}
      onBack={onBack}
    >
      <div>
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
          onClick={() => {
            if (performance.now() - shownAt.current >= SETTLES_AFTER_MS) {
              onConfirm()
            }
          }}
        >
          {t("forms.cancelOrderNow")}
        </SmallButton>
      </div>
    </FormFrame>
  )
}
