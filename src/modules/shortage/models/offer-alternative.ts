import { model } from "@medusajs/framework/utils"

/** Something that was offered in place of a short line. */
const OfferAlternative = model.define(
  { name: "ShortageOfferAlternative", tableName: "shortage_offer_alternative" },
  {
    id: model.id({ prefix: "shalt" }).primaryKey(),
    offer_id: model.text(),
    position: model.number(),
    variant_id: model.text(),
    title: model.text(),
    variant_title: model.text().nullable(),
    sku: model.text().nullable(),
    thumbnail: model.text().nullable(),
    quantity: model.number(),
    unit_price: model.float(),
    /** What it costs without the offer. */
    listed_unit_price: model.float(),
    location_id: model.text(),
    /** By how much the order's total changes; null if that is unknown. */
    difference: model.float().nullable(),
    hold_id: model.text().nullable(),
  }
)

export default OfferAlternative
