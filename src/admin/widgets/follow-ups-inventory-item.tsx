import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { InventoryItemWidget } from "../../../admin/shortage/inventory-item-widget"

const FollowUpsInventoryItemWidget = ({ data }: { data: { id: string } }) => (
  <InventoryItemWidget inventoryItemId={data.id} />
)

export const config = defineWidgetConfig({
  id: "follow-ups-inventory-item",
  zone: "inventory_item.details.side",
})

export default FollowUpsInventoryItemWidget
