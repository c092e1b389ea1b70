import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderBandsWhenOpened } from "../../../admin/order/order-bands-when-opened"

const FollowUpsOrderBands = ({ data }: { data: { id: string } }) => (
  <OrderBandsWhenOpened orderId={data.id} />
)

export const config = defineWidgetConfig({
  id: "follow-ups-order-bands",
  zone: "order.details.before",
})

export default FollowUpsOrderBands
