import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderDelivery } from "../../../admin/delivery-window/when-opened"

const FollowUpsOrderDeliveryWidget = ({ data }: { data: { id: string } }) => (
  <OrderDelivery orderId={data.id} />
)

export const config = defineWidgetConfig({
  id: "follow-ups-order-delivery",
  zone: "order.details.side",
})

export default FollowUpsOrderDeliveryWidget
