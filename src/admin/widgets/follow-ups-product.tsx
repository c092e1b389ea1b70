import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { PinnedAlternatives } from "../../../admin/shortage/when-opened"

const FollowUpsProductWidget = ({ data }: { data: { id: string } }) => (
  <PinnedAlternatives productId={data.id} />
)

export const config = defineWidgetConfig({
  id: "follow-ups-product",
  zone: "product.details.side",
})

export default FollowUpsProductWidget
