import { model } from "@medusajs/framework/utils"
import type { ShortPlace } from "../noticing/short-line"

/**
 * An order line of which units are short, or were. A line that becomes short
 * again gets a new row, so that the rows tell what was short when.
 */
const Line = model.define(
  { name: "ShortageLine", tableName: "shortage_line" },
  {
    id: model.id({ prefix: "shline" }).primaryKey(),
    order_id: model.text(),
    line_item_id: model.text(),
    variant_id: model.text().nullable(),
    /** As ordered, as is everything that the customer knows it by. */
    title: model.text(),
    variant_title: model.text().nullable(),
    sku: model.text().nullable(),
    ordered: model.number(),
    /** The greater of what was computed and what was reported. */
    units: model.number(),
    computed: model.number(),
    reported: model.number(),
    /** Where units of its inventory items are lacking. */
    places: model.json<ShortPlace[]>(),
    since: model.dateTime(),
    /** When the reconciler computed it last. */
    checked_at: model.dateTime().nullable(),
    ended_at: model.dateTime().nullable(),
    end_reason: model.text().nullable(),
  }
)

export default Line
