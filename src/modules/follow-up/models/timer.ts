import { model } from "@medusajs/framework/utils"
import { TIMER_STEPS } from "../timer-step"

/** A task's next step by the clock; armed while `fires_at` is set. */
const Timer = model.define(
  { name: "FollowUpTimer", tableName: "follow_up_timer" },
  {
    task_id: model.text().primaryKey(),
    step: model.enum([...TIMER_STEPS]),
    fires_at: model.dateTime().nullable(),
  }
)

export default Timer
