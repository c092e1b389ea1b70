import { model } from "@medusajs/framework/utils"
import { ATTEMPT_OUTCOMES } from "../../../desk/attempts"
import Task from "./task"

/** One attempt to reach the customer. */
const Attempt = model.define(
  { name: "FollowUpAttempt", tableName: "follow_up_attempt" },
  {
    id: model.id({ prefix: "futry" }).primaryKey(),
    channel: model.text(),
    outcome: model.enum([...ATTEMPT_OUTCOMES]),
    note: model.text().nullable(),
    call_back_at: model.dateTime().nullable(),
    attempted_at: model.dateTime(),
    actor_id: model.text().nullable(),
    /** What it wrote to the customer, if the plugin sent it; see `KeptMessage`. */
    message: model.json().nullable(),
    /** The values that it changed on the task, for withdrawing it. */
    before: model.json(),
    withdrawn_at: model.dateTime().nullable(),
    task: model.belongsTo(() => Task, { mappedBy: "attempts" }),
  }
)

export default Attempt
