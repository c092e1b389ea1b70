import { model } from "@medusajs/framework/utils"

/**
 * What the reconciler left out because the plugin had been away for too long:
 * the orders or customers of a time for which it opened nothing.
 */
const Absence = model
  .define(
    { name: "FollowUpAbsence", tableName: "follow_up_absence" },
    {
      id: model.id({ prefix: "fuabs" }).primaryKey(),
      entity: model.text(),
      left_out_from: model.dateTime(),
      left_out_to: model.dateTime(),
      /** For how many of them a task was missing, as far as it is counted. */
      records: model.number(),
      /** Null once all are counted. */
      counted_to: model.dateTime().nullable(),
      /** When an admin had read about it. */
      dismissed_at: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["entity", "left_out_from"], unique: true }])

export default Absence
