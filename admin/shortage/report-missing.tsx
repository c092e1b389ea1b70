import { lazy, Suspense, useState } from "react"
import { useText } from "../i18n/use-text"
import { SettingsTexts } from "../settings/settings-texts"
import { SmallButton } from "../task/small-button"

/** An order as Medusa's page of it has it. */
export type OrderToPack = {
  id: string
  status?: string
  items?: readonly {
    id: string
    title: string
    product_title?: string | null
    variant_title?: string | null
    quantity: number
    detail?: { fulfilled_quantity?: number } | null
  }[]
}

/** Loaded when it is opened: few orders are ever short. */
const ReportDrawer = lazy(async () => await import("./report-drawer"))

/** Lets the person who packs the order say what is not on the shelf. */
export const ReportMissing = ({ order }: { order: OrderToPack }) => {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const lines = linesToPack(order)
  if (lines.length === 0) {
    return null
  }
  return (
    <>
      <SmallButton variant="transparent" onClick={() => setOpen(true)}>
        {t("shortage.report")}
      </SmallButton>
      {isOpen && (
        <SettingsTexts>
          <Suspense fallback={null}>
            <ReportDrawer
              orderId={order.id}
              lines={lines}
              onClose={() => setOpen(false)}
            />
          </Suspense>
        </SettingsTexts>
      )}
    </>
  )
}

export type LineToPack = { id: string; title: string; outstanding: number }

function linesToPack({ status, items = [] }: OrderToPack): LineToPack[] {
  if (status === "canceled" || status === "archived") {
    return []
  }
  return items.flatMap(({ id, quantity, detail, ...item }) => {
    const outstanding = quantity - (detail?.fulfilled_quantity ?? 0)
    const title = [item.product_title ?? item.title, item.variant_title]
      .filter(Boolean)
      .join(" · ")
    return outstanding > 0 ? [{ id, title, outstanding }] : []
  })
}
