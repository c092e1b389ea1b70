import { model } from "@medusajs/framework/utils"
import type { HeldItem } from "../offer/hold"

/**
 * Units that are kept for a customer until a moment. The row is there before
 * the reservations that it makes, each of which carries its id in its metadata,
 * so that whatever fails in between can be found and released.
 */
const Hold = model.define(
  { name: "ShortageHold", tableName: "shortage_hold" },
  {
    id: model.id({ prefix: "shhold" }).primaryKey(),
    offer_id: model.text(),
    location_id: model.text(),
    /** Inventory items with their units; a kit has several. */
    items: model.json<HeldItem[]>(),
    expires_at: model.dateTime(),
    /** When its reservations had been made. */
    reserved_at: model.dateTime().nullable(),
    /** From then on it holds nothing, although its reservations may remain. */
    released_at: model.dateTime().nullable(),
    /** Until then, one instance deletes its reservations, or restores them. */
    clear_after: model.dateTime().nullable(),
    /** When none of its reservations was left. */
    cleared_at: model.dateTime().nullable(),
  }
)

export default Hold
