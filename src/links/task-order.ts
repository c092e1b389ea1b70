import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import FollowUpModule from "../modules/follow-up"

export default defineLink(
  {
    linkable: FollowUpModule.linkable.followUpTask,
    field: "order_id",
  },
  OrderModule.linkable.order,
  { readOnly: true }
)
