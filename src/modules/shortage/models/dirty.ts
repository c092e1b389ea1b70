import { model } from "@medusajs/framework/utils"
import { CATALOGUE_ENTITIES } from "../noticing/dirty"

/**
 * A record whose change may make lines short, or no longer short, or alter what
 * may be offered instead, and which is yet to be computed.
 */
const Dirty = model.define(
  { name: "ShortageDirty", tableName: "shortage_dirty" },
  {
    /** `reservation resitem_1` */
    key: model.text().primaryKey(),
    entity: model.enum([
      "item",
      "level",
      "reservation",
      "order",
      ...CATALOGUE_ENTITIES,
    ]),
    record_id: model.text(),
    /** Counts how often it was marked, so that no mark is lost. */
    version: model.number(),
    /** When it may be taken; later while somebody has it. */
    due_at: model.dateTime(),
    attempts: model.number().default(0),
  }
)

export default Dirty
