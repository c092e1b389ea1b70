import { model } from "@medusajs/framework/utils"

/**
 * What was offered in place of a short line, and what the customer said. It is
 * never deleted, and keeps the line as it was.
 */
const Offer = model.define(
  { name: "ShortageOffer", tableName: "shortage_offer" },
  {
    id: model.id({ prefix: "shoff" }).primaryKey(),
    order_id: model.text(),
    line_item_id: model.text(),
    /** The line as it was; `units` of it are to be replaced. */
    variant_id: model.text().nullable(),
    title: model.text(),
    variant_title: model.text().nullable(),
    sku: model.text().nullable(),
    thumbnail: model.text().nullable(),
    ordered: model.number(),
    units: model.number(),
    /** In major units, as are the alternatives' prices. */
    unit_price: model.float(),
    currency_code: model.text(),
    status: model.text(),
    /** Why it was withdrawn, if it was not by a person. */
    end_reason: model.text().nullable(),
    /** The random part of the link's token. */
    link_id: model.text(),
    /** The language in which the customer is written to. */
    language: model.text().nullable(),
    expires_at: model.dateTime(),
    answer: model.text().nullable(),
    /** `phone`, or `link`. */
    answered_via: model.text().nullable(),
    answered_at: model.dateTime().nullable(),
    /** Which alternative was accepted. */
    alternative_id: model.text().nullable(),
    /** Whether payments that are only authorized are captured before. */
    capture_first: model.boolean().default(false),
    /** What the customer wrote. */
    note: model.text().nullable(),
    /** The user who made it, and the one who recorded the answer. */
    created_by: model.text().nullable(),
    answered_by: model.text().nullable(),
  }
)

export default Offer
