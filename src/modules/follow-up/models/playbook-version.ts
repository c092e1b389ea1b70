import { model } from "@medusajs/framework/utils"

/** What a playbook says. A version never changes. */
const PlaybookVersion = model.define(
  { name: "FollowUpPlaybookVersion", tableName: "follow_up_playbook_version" },
  {
    id: model.id({ prefix: "fuplayv" }).primaryKey(),
    playbook_id: model.text(),
    version: model.number(),
    name: model.text(),
    definition: model.json(),
    /** The user who saved it; null where the plugin did. */
    created_by: model.text().nullable(),
  }
)

export default PlaybookVersion
