import { model } from "@medusajs/framework/utils"
import type { CatalogueVariant } from "../alternatives/product"
import type { SoldAs } from "../../../shop/catalogue"

/** A variant of the catalogue, as far as it may be offered in place of another. */
const Candidate = model.define(
  { name: "ShortageCandidate", tableName: "shortage_candidate" },
  {
    variant_id: model.text().primaryKey(),
    product_id: model.text(),
    /** What the ranker reads. */
    variant: model.json<CatalogueVariant>(),
    sold_as: model.json<SoldAs>(),
    /** What it is found by, see `tokensOf`. */
    tokens: model.array(),
    is_published: model.boolean(),
    sales_channel_ids: model.array(),
    /** Which reading of the catalogue wrote it: an earlier one must not undo it. */
    run: model.number(),
  }
)

export default Candidate
