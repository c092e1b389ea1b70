import { model } from "@medusajs/framework/utils"

/** A playbook; its definition is in its versions. */
const Playbook = model.define(
  { name: "FollowUpPlaybook", tableName: "follow_up_playbook" },
  {
    id: model.id({ prefix: "fuplay" }).primaryKey(),
    type: model.text(),
    name: model.text(),
    enabled: model.boolean().default(true),
    /** Among the playbooks of its type: the first that matches wins. */
    position: model.number(),
    /** Whether it came with the plugin, which keeps it up to date. */
    is_seeded: model.boolean().default(false),
    /** Whether the shop has changed it, so that upgrades leave it alone. */
    is_edited: model.boolean().default(false),
    /** The version that new tasks run under. */
    version: model.number(),
    /** The user who got the last task when several take turns. */
    turn_user_id: model.text().nullable(),
  }
)

export default Playbook
