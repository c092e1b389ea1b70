import { model } from "@medusajs/framework/utils"

/**
 * An `Idempotency-Key` that a command on a task was sent with, so that the
 * command sent again changes nothing.
 */
const CommandKey = model.define(
  { name: "FollowUpCommandKey", tableName: "follow_up_command_key" },
  {
    id: model.id({ prefix: "fukey" }).primaryKey(),
    task_id: model.text(),
    key: model.text(),
    /** A hash of the command and of who sent it. */
    fingerprint: model.text(),
  }
)

export default CommandKey
