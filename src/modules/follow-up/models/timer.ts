import { model } from "@medusajs/framework/utils"

/** A task's next timer step; armed while `fires_at` is set. */
const Timer = model.define(
  { name: "FollowUpTimer", tableName: "follow_up_timer" },
  {
    task_id: model.text().primaryKey(),
    /** See `timer-step.ts`; for an escalation, the name of its step. */
    step: model.text(),
    fires_at: model.dateTime().nullable(),
  }
)

export default Timer
