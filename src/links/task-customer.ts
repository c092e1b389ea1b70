import CustomerModule from "@medusajs/medusa/customer"
import { defineLink } from "@medusajs/framework/utils"
import FollowUpModule from "../modules/follow-up"

export default defineLink(
  {
    linkable: FollowUpModule.linkable.followUpTask,
    field: "customer_id",
  },
  CustomerModule.linkable.customer,
  { readOnly: true }
)
