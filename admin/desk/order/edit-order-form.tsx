import type { RefObject } from "react"
import { useTranslation } from "react-i18next"
import type { FollowUp } from "../../api/follow-up"
import { FormFrame } from "../../call-sheet/form-frame"
import { useText } from "../../i18n/use-text"
import { Key } from "../../keyboard/key"
import { useListKeys } from "../../keyboard/use-list-keys"
import { SmallButton } from "../../task/small-button"

/** After an outcome that means that the order has to be changed. */
export const EditOrderForm = ({
  task,
  sheet,
  onEdit,
  onLater,
}: {
  task: FollowUp
  sheet: RefObject<Element>
  onEdit: () => void
  onLater: () => void
}) => {
  const t = useText()
  const { t: ofDashboard } = useTranslation()
  const { list } = useListKeys<HTMLDivElement>(sheet)
  return (
    <FormFrame
      title={t("order.edit", { number: task.order_display_id ?? "" })}
      hint={t("order.editHint")}
      pending={false}
      onBack={onLater}
      choices={
        <div {...list} className="flex flex-wrap gap-2">
          <SmallButton autoFocus variant="primary" onClick={onEdit}>
            {ofDashboard("orders.edits.title")}
            <Key name="1" onDark />
          </SmallButton>
          <SmallButton onClick={onLater}>
            {t("order.later")}
            <Key name="2" />
          </SmallButton>
        </div>
      }
    />
  )
}
