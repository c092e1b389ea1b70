import { model } from "@medusajs/framework/utils"
import Task from "./task"

/** One entry of a task's history, written with the change and never changed. */
const Activity = model.define(
  { name: "FollowUpActivity", tableName: "follow_up_activity" },
  {
    id: model.id({ prefix: "fuact" }).primaryKey(),
    /** Orders activities of the same instant. */
    sequence: model.autoincrement(),
    kind: model.text(),
    data: model.json(),
    /** Null for the shop's events and the clock. */
    actor_id: model.text().nullable(),
    occurred_at: model.dateTime(),
    /**
     * Set if a task may have this activity only once: a deadline is missed
     * once.
     */
    once: model.text().nullable(),
    task: model.belongsTo(() => Task, { mappedBy: "activities" }),
  }
)

export default Activity
