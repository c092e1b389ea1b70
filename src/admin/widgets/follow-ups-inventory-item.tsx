import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ExpectedStock } from "../../../admin/shortage/when-opened"

const FollowUpsInventoryItemWidget = ({ data }: { data: { id: string } }) => (
  <ExpectedStock inventoryItemId={data.id} />
)

export const config = defineWidgetConfig({
  id: "follow-ups-inventory-item",
  zone: "inventory_item.details.side",
})

export default FollowUpsInventoryItemWidget
