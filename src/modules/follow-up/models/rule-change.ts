import { model } from "@medusajs/framework/utils"

/**
 * A rule change, and how far open tasks have been moved to it: in the order of
 * their ids, up to `moved_up_to`.
 */
const RuleChange = model.define(
  { name: "FollowUpRuleChange", tableName: "follow_up_rule_change" },
  {
    id: model.id({ prefix: "fuchg" }).primaryKey(),
    moved_up_to: model.text().default(""),
    moved: model.number().default(0),
    finished_at: model.dateTime().nullable(),
    created_by: model.text().nullable(),
  }
)

export default RuleChange
