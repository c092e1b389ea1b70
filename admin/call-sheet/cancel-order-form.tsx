import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { FormFrame } from "./form-frame"

/** Asks for confirmation before an order is canceled. */
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
  return (
    <FormFrame
      title={t("forms.cancelOrder", { number: task.order_display_id ?? "" })}
      hint={t("forms.cancelOrderHint")}
      pending={pending}
      onBack={onBack}
    >
      <div>
        <SmallButton variant="danger" isLoading={pending} onClick={onConfirm}>
          {t("forms.cancelOrderNow")}
        </SmallButton>
      </div>
    </FormFrame>
  )
}
