import { model } from "@medusajs/framework/utils"

/**
 * A new order or customer that the reconciler could not sync, because of an
 * error. It has read on, and tries this one again.
 */
const FailedRecord = model.define(
  {
    name: "FollowUpFailedRecord",
    tableName: "follow_up_failed_record",
  },
  {
    /** Ids of Medusa say by themselves what they are ids of. */
    record_id: model.text().primaryKey(),
    entity: model.text(),
  }
)

export default FailedRecord
