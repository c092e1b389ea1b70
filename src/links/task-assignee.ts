import UserModule from "@medusajs/medusa/user"
import { defineLink } from "@medusajs/framework/utils"
import FollowUpModule from "../modules/follow-up"

export default defineLink(
  {
    linkable: FollowUpModule.linkable.followUpTask,
    field: "assignee_id",
  },
  UserModule.linkable.user,
  { readOnly: true }
)
