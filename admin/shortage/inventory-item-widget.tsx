import { lazy, Suspense } from "react"

/** Loaded with the page of an inventory item only. */
const ExpectedStock = lazy(async () => await import("./expected-stock"))

/** When the supplier delivers an inventory item, on its page. */
export const InventoryItemWidget = ({
  inventoryItemId,
}: {
  inventoryItemId: string
}) => (
  <Suspense fallback={null}>
    <ExpectedStock inventoryItemId={inventoryItemId} />
  </Suspense>
)
