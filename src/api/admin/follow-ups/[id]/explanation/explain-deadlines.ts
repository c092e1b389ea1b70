import type { MedusaContainer } from "@medusajs/framework/types"
import type { ExplainedSpan } from "../../../../../business-time"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import { calendarOf } from "../../../../../modules/follow-up/rules"
import type FollowUpModuleService from "../../../../../modules/follow-up/service"
import type { Task } from "../../../../../modules/follow-up/task"
import type {
  AdminFollowUpExplanationResponse,
  AdminFollowUpExplanationStep,
} from "../../types"

type Explanation = AdminFollowUpExplanationResponse["explanation"]

/**
 * The windows that each deadline counts and the closed time that it skips,
 * from the stored deadlines and the calendar version they were computed with.
 */
export async function explainDeadlines(
  task: Task,
  container: MedusaContainer
): Promise<Explanation> {
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const { calendar, definition } = calendarOf(
    task,
    await followUp.calendarsOf([task])
  )
  const resumed_at = await lastResumption(task, followUp)
  const deadlines = [
    ["response_target", task.response_target_at],
    ["response_limit", task.response_limit_at],
  ] as const
  return {
    opened_at: task.opened_at.toISOString(),
    time_zone: definition.time_zone,
    deadlines: deadlines.map(([deadline, at]) => {
      const from = resumed_at && resumed_at < at ? resumed_at : task.opened_at
      const business_seconds = calendar.between(from, at)
      return {
        deadline,
        from: from.toISOString(),
        at: at.toISOString(),
        business_seconds,
        steps: calendar.explain(from, business_seconds).spans.map(toStep),
      }
    }),
  }
}

/** When the response timer last went on after a pause, if it was paused. */
async function lastResumption(
  task: Task,
  followUp: FollowUpModuleService
): Promise<Date | null> {
  const [last] = await followUp.listFollowUpActivities(
    {
      task_id: task.id,
      kind: ["resumed", "reopened"],
      ...(task.responded_at && {
        occurred_at: { $lt: task.responded_at },
      }),
    },
    { order: { sequence: "DESC" }, take: 1 }
  )
  return last ? new Date(last.occurred_at) : null
}

function toStep(span: ExplainedSpan): AdminFollowUpExplanationStep {
  const { start, end } = span
  if (span.type === "open") {
    return { kind: "window", start, end, business_seconds: span.seconds }
  }
  const { reason } = span
  return {
    kind: "closed",
    start,
    end,
    reason: reason.type === "no_windows_on_weekday" ? "day_off" : reason.type,
    label: reason.type === "exception" ? reason.label : null,
  }
}
