import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderBands } from "../../../admin/order/order-bands"

const FollowUpsOrderBands = ({ data }: { data: { id: string } }) => (
  <OrderBands orderId={data.id} />
)

export const config = defineWidgetConfig({
  id: "follow-ups-order-bands",
  zone: "order.details.before",
})

export default FollowUpsOrderBands
