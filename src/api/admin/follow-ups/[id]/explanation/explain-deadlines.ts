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
  const starts = await startsOf(task, followUp)
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
        ? [explain(deadline, at, minutes * 60, starts, task, calendar.calendar)]
        : []
    ),
  }
}

/**
 * A deadline counts from when the clock last went on before it passed or was
 * met: from then on it has stayed where it is.
 */
function explain(
  deadline: Deadline,
  at: Date,
  seconds: number,
  starts: Date[],
  task: Task,
  calendar: BusinessCalendar
): Explanation["deadlines"][number] {
  const met_at = deadline === "resolution_limit" ? null : task.responded_at
  const settled_at = met_at && met_at < at ? met_at : at
  const start =
    starts.filter((start) => start < settled_at).at(-1) ?? task.opened_at
  const counted = calendar.between(start, at)
  // A clock that stood still in between began later than that.
  const from = counted > seconds ? calendar.add(at, -seconds) : start
  const business_seconds = Math.min(counted, seconds)
  return {
    deadline,
    from: from.toISOString(),
    at: at.toISOString(),
    business_seconds,
    banked_seconds: seconds - business_seconds,
    steps: calendar.explain(from, business_seconds).spans.map(toStep),
  }
}

/** When the task's clock began to count, and went on after each pause. */
async function startsOf(
  task: Task,
  followUp: FollowUpModuleService
): Promise<Date[]> {
  const resumed = await followUp.listFollowUpActivities(
    { task_id: task.id, kind: ["resumed", "reopened"] },
    { order: { sequence: "ASC" }, take: MOST_PAUSES }
  )
  return [
    task.opened_at,
    ...resumed.map(({ occurred_at }) => new Date(occurred_at)),
    ...(task.running_since ? [task.running_since] : []),
  ].sort((a, b) => a.getTime() - b.getTime())
}

/** More than any task waits. */
const MOST_PAUSES = 500

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
