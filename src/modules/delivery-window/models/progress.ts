import { model } from "@medusajs/framework/utils"

/** The newest that is known of a booking's way to the customer; see `Seen`. */
const Progress = model.define(
  { name: "DeliveryWindowProgress", tableName: "delivery_window_progress" },
  {
    booking_id: model.text().primaryKey(),
    order_id: model.text(),
    /** The window that it is about: a booking that moves begins anew. */
    window_id: model.text(),
    observed_by: model.text().nullable(),
    observed_at: model.dateTime().nullable(),
    expected_at: model.dateTime().nullable(),
    on_the_way_at: model.dateTime().nullable(),
    failed_at: model.dateTime().nullable(),
    failed_reason: model.text().nullable(),
    delivered_at: model.dateTime().nullable(),
    proof: model.text().nullable(),
    /** Whether the window's end was noticed. */
    is_past: model.boolean().default(false),
    /** When something follows even if nobody reports anything. */
    next_at: model.dateTime().nullable(),
    /** Counts what changes for the desk, and what of it the tasks fit. */
    version: model.number().default(0),
    synced_version: model.number().default(0),
  }
)

export default Progress
