import { Input } from "@medusajs/ui"
import { useEffect, useId, useState } from "react"
import { useOrderOfNumber } from "../../api/scripts"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { useSettled } from "../fields/use-settled"

const SETTLED_AFTER_MS = 400

/** Selects the order of the preview: the latest, or one by number. */
export const PreviewOrder = ({
  shown,
  onOrder,
}: {
  /** The number of the order in the preview. */
  shown: number | null
  onOrder: (id: string | null) => void
}) => {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState("")
  const number = useSettled(typed.replace(/\D/g, ""), SETTLED_AFTER_MS)
  const { data: order, isSuccess } = useOrderOfNumber(number)
  const missing = number !== "" && isSuccess && order === null
  const orderId = number === "" ? null : order?.id

  useEffect(() => {
    if (orderId !== undefined) {
      onOrder(orderId)
    }
  }, [orderId, onOrder])

  return (
    <div className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-2">
      {missing && (
        <span role="status" className="text-ui-tag-red-text">
          {t("settings.scripts.noSuchOrder")}
        </span>
      )}
      <label htmlFor={id}>{t("settings.scripts.order")}</label>
      <Input
        id={id}
        size="small"
        inputMode="numeric"
        className={`${TOUCH_HEIGHT} w-24 tabular-nums`}
        aria-invalid={missing}
        placeholder={shown === null ? "" : `#${shown}`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
