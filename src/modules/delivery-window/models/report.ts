import { model } from "@medusajs/framework/utils"
import { REPORT_KINDS } from "../tracking/report"

/** What somebody saw of an order on its way; see `Report`. It never changes. */
const Report = model.define(
  { name: "DeliveryWindowReport", tableName: "delivery_window_report" },
  {
    id: model.id({ prefix: "dwrep" }).primaryKey(),
    message_id: model.text(),
    source: model.text(),
    order_id: model.text(),
    /** Null if the order had no booking then. */
    booking_id: model.text().nullable(),
    tracking_number: model.text().nullable(),
    kind: model.enum([...REPORT_KINDS]),
    observed_at: model.dateTime(),
    expected_at: model.dateTime().nullable(),
    delivered_at: model.dateTime().nullable(),
    reason: model.text().nullable(),
    proof: model.text().nullable(),
    /** Whether it told anything new when it arrived. */
    is_news: model.boolean(),
  }
)

export default Report
