import { model } from "@medusajs/framework/utils"

/**
 * The `Idempotency-Key` of a command on a task, so that sending the command
 * again changes nothing.
 */
const CommandKey = model.define(
  { name: "FollowUpCommandKey", tableName: "follow_up_command_key" },
  {
    id: model.id({ prefix: "fukey" }).primaryKey(),
    task_id: model.text(),
    key: model.text(),
    /** A hash of the command and its sender. */
    fingerprint: model.text(),
  }
)

export default CommandKey
