import { model } from "@medusajs/framework/utils"
import type { CatalogueVariant, SoldAs } from "../../../shop/catalogue"
import type { StoredDescription } from "../alternatives/stored-description"

/** A variant of the catalogue, as far as it may be offered in place of another. */
const Candidate = model.define(
  { name: "ShortageCandidate", tableName: "shortage_candidate" },
  {
    variant_id: model.text().primaryKey(),
    product_id: model.text(),
    /** What the ranker reads. */
    variant: model.json<CatalogueVariant>(),
    description: model.json<StoredDescription>(),
    /** Which release described it, see `DESCRIBED_BY`. */
    described_by: model.number(),
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
