import { model } from "@medusajs/framework/utils"

/** A playbook's definition. A version never changes. */
const PlaybookVersion = model.define(
  { name: "FollowUpPlaybookVersion", tableName: "follow_up_playbook_version" },
  {
    id: model.id({ prefix: "fuplayv" }).primaryKey(),
    playbook_id: model.text(),
    version: model.number(),
    name: model.text(),
    definition: model.json(),
    /** The user who saved it; null for the plugin. */
    created_by: model.text().nullable(),
  }
)

export default PlaybookVersion
