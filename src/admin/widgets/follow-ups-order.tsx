import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderWidget } from "../../../admin/order/order-widget"

const FollowUpsOrderWidget = ({
  data,
}: {
  data: { id: string; metadata?: Record<string, unknown> | null }
}) => <OrderWidget order={data} />

export const config = defineWidgetConfig({
  id: "follow-ups-order",
  zone: "order.details.side",
})

export default FollowUpsOrderWidget
