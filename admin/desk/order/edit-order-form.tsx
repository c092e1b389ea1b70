import { useTranslation } from "react-i18next"
import type { FollowUp } from "../../api/follow-up"
import { FormFrame } from "../../call-sheet/form-frame"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"

/** After an outcome that means that the order has to be changed. */
export const EditOrderForm = ({
  task,
  onEdit,
  onLater,
}: {
  task: FollowUp
  onEdit: () => void
  onLater: () => void
}) => {
  const t = useText()
  const { t: ofDashboard } = useTranslation()
  return (
    <FormFrame
      title={t("order.edit", { number: task.order_display_id ?? "" })}
      hint={t("order.editHint")}
      back={t("order.later")}
      pending={false}
      onBack={onLater}
    >
      <div>
        <SmallButton autoFocus variant="primary" onClick={onEdit}>
          {ofDashboard("orders.edits.title")}
        </SmallButton>
      </div>
    </FormFrame>
  )
}
