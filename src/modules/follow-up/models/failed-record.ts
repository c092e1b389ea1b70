import { model } from "@medusajs/framework/utils"

/**
 * A new order or customer that the reconciler could not follow, because of an
 * error. It has read on, and tries this one again.
 */
const FailedRecord = model.define(
  {
    name: "FollowUpFailedRecord",
    tableName: "follow_up_unfollowed_record",
  },
  {
    /** Ids of Medusa say by themselves what they are ids of. */
    record_id: model.text().primaryKey(),
    entity: model.enum(["order", "customer"]),
  }
)

export default FailedRecord
