import { model } from "@medusajs/framework/utils"

/** When a supplier delivers an inventory item; the latest one counts. */
const Announcement = model.define(
  { name: "ShortageAnnouncement", tableName: "shortage_announcement" },
  {
    id: model.id({ prefix: "shann" }).primaryKey(),
    inventory_item_id: model.text(),
    /** Null: at every location that has none of its own. */
    location_id: model.text().nullable(),
    /** Null: it was announced before, and is no longer. */
    expected_at: model.dateTime().nullable(),
    note: model.text().nullable(),
    /** The user; null for a program. */
    actor_id: model.text().nullable(),
  }
)

export default Announcement
