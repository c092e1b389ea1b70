import { lazy, Suspense } from "react"
import { SettingsTexts } from "../settings/settings-texts"

/** Loaded with the page of an inventory item only. */
const ExpectedStock = lazy(async () => await import("./expected-stock"))

/** When the supplier delivers an inventory item, on its page. */
export const InventoryItemWidget = ({
  inventoryItemId,
}: {
  inventoryItemId: string
}) => (
  <SettingsTexts>
    <Suspense fallback={null}>
      <ExpectedStock inventoryItemId={inventoryItemId} />
    </Suspense>
  </SettingsTexts>
)
