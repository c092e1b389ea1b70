import { model } from "@medusajs/framework/utils"

/** The language in which a user last had the dashboard. */
const UserLanguage = model.define(
  { name: "FollowUpUserLanguage", tableName: "follow_up_user_language" },
  {
    user_id: model.text().primaryKey(),
    /** A language tag such as `uk` or `pt-BR`. */
    language: model.text(),
  }
)

export default UserLanguage
