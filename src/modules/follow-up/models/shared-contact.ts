import { model } from "@medusajs/framework/utils"

/**
 * A number or an address that several people use: an office, a pickup point.
 * It makes nobody the same person.
 */
const SharedContact = model.define(
  { name: "FollowUpSharedContact", tableName: "follow_up_shared_contact" },
  {
    id: model.id({ prefix: "fushared" }).primaryKey(),
    kind: model.text(),
    /** An E.164 number, or an e-mail address in lower case. */
    value: model.text(),
    created_by: model.text().nullable(),
  }
)

export default SharedContact
