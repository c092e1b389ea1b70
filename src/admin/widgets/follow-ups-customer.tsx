import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerWidget } from "../../../admin/customer/customer-widget"

const FollowUpsCustomerWidget = ({ data }: { data: { id: string } }) => (
  <CustomerWidget customerId={data.id} />
)

export const config = defineWidgetConfig({
  id: "follow-ups-customer",
  zone: "customer.details.side",
})

export default FollowUpsCustomerWidget
