import { model } from "@medusajs/framework/utils"

/**
 * A new order or customer that could not be synced because of an error. The
 * reconciler has moved on, and retries this one.
 */
const FailedRecord = model.define(
  {
    name: "FollowUpFailedRecord",
    tableName: "follow_up_failed_record",
  },
  {
    /** The prefix of a Medusa id tells which entity it belongs to. */
    record_id: model.text().primaryKey(),
    entity: model.text(),
  }
)

export default FailedRecord
