import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  BusinessCalendar,
  ExplainedSpan,
} from "../../../../../business-time"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import type FollowUpModuleService from "../../../../../modules/follow-up/service"
import type { Task } from "../../../../../modules/follow-up/task"
import type { Deadline } from "../../../../../modules/follow-up/vocabulary"
import type {
  AdminFollowUpExplanationResponse,
  AdminFollowUpExplanationStep,
} from "../../types"

type Explanation = AdminFollowUpExplanationResponse["explanation"]

/**
 * The windows that each deadline counts and the closed time that it skips,
 * from the stored deadlines and the versions they were computed with.
 */
export async function explainDeadlines(
  task: Task,
  container: MedusaContainer
): Promise<Explanation> {
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const { playbook, calendar } = (await followUp.rulesOf([task]))(task)
  const from =
    task.running_since ?? (await lastStart(task, followUp)) ?? task.opened_at
  const deadlines: [Deadline, Date | null, number | null][] = [
    [
      "response_target",
      task.response_target_at,
      playbook.definition.response_target_minutes,
    ],
    [
      "response_limit",
      task.response_limit_at,
      playbook.definition.response_limit_minutes,
    ],
    [
      "resolution_limit",
      task.resolution_limit_at,
      playbook.definition.resolution_limit_minutes,
    ],
  ]
  return {
    opened_at: task.opened_at.toISOString(),
    time_zone: calendar.definition.time_zone,
    playbook: naming(playbook),
    calendar: naming(calendar),
    deadlines: deadlines.flatMap(([deadline, at, minutes]) =>
      at && minutes !== null
        ? [explain(deadline, at, minutes * 60, from, task, calendar.calendar)]
        : []
    ),
  }
}

/**
 * A deadline that had passed or was met before the clock last went on counts
 * from the beginning: it has stayed where it was.
 */
function explain(
  deadline: Deadline,
  at: Date,
  seconds: number,
  resumed_at: Date,
  task: Task,
  calendar: BusinessCalendar
): Explanation["deadlines"][number] {
  const from = resumed_at < at ? resumed_at : task.opened_at
  const business_seconds = calendar.between(from, at)
  return {
    deadline,
    from: from.toISOString(),
    at: at.toISOString(),
    business_seconds,
    banked_seconds: Math.max(0, seconds - business_seconds),
    steps: calendar.explain(from, business_seconds).spans.map(toStep),
  }
}

/** When the clock of a task that is paused or stopped last went on. */
async function lastStart(
  task: Task,
  followUp: FollowUpModuleService
): Promise<Date | null> {
  const [last] = await followUp.listFollowUpActivities(
    { task_id: task.id, kind: ["resumed", "reopened"] },
    { order: { sequence: "DESC" }, take: 1 }
  )
  return last ? new Date(last.occurred_at) : null
}

const naming = ({ id, name, version }: Explanation["playbook"]) => ({
  id,
  name,
  version,
})

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
