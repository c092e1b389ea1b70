import { Button } from "@medusajs/ui"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { FormFrame } from "./form-frame"

/** Asks once more before an order is canceled. */
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
        <Button
          type="button"
          size="small"
          variant="danger"
          className="max-lg:min-h-10"
          isLoading={pending}
          onClick={onConfirm}
        >
          {t("forms.cancelOrderNow")}
        </Button>
      </div>
    </FormFrame>
  )
}
