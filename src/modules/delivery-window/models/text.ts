import { model } from "@medusajs/framework/utils"

/** A text to customers that the shop has changed; see `MessageText`. */
const Text = model.define(
  { name: "DeliveryWindowText", tableName: "delivery_window_text" },
  {
    /** The kind and the language, such as `late:uk`. */
    id: model.text().primaryKey(),
    kind: model.text(),
    language: model.text(),
    subject: model.text(),
    body: model.text(),
    actor_id: model.text().nullable(),
  }
)

export default Text
