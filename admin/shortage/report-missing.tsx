import { useState } from "react"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { linesToPack, type OrderToPack } from "./order-to-pack"
import { ReportDrawer } from "./report-drawer"

/** Lets the person who packs the order say what is not on the shelf. */
const ReportMissing = ({ order }: { order: OrderToPack }) => {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const lines = linesToPack(order)
  if (lines.length === 0) {
    return null
  }
  return (
    <>
      <SmallButton onClick={() => setOpen(true)}>
        {t("shortage.report")}
      </SmallButton>
      {isOpen && (
        <ReportDrawer
          orderId={order.id}
          lines={lines}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

export default ReportMissing
