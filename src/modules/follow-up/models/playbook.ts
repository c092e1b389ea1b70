import { model } from "@medusajs/framework/utils"

/** A playbook; what it says is in its versions. */
const Playbook = model.define(
  { name: "FollowUpPlaybook", tableName: "follow_up_playbook" },
  {
    id: model.id({ prefix: "fuplay" }).primaryKey(),
    type: model.text(),
    name: model.text(),
    enabled: model.boolean().default(true),
    /** Among the playbooks of its type: the first that matches wins. */
    position: model.number(),
    /** Whether the plugin brought it, and so keeps it up to date. */
    is_seeded: model.boolean().default(false),
    /** Whether the shop has changed it: then no upgrade does. */
    is_edited: model.boolean().default(false),
    /** The version that new tasks run under. */
    version: model.number(),
    /** Who of those that take its tasks in turn was given the last one. */
    turn_user_id: model.text().nullable(),
  }
)

export default Playbook
