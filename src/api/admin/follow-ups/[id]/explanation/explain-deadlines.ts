import { z } from "@medusajs/framework/zod"
import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  BusinessCalendar,
  ExplainedSpan,
} from "../../../../../business-time"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import type FollowUpModuleService from "../../../../../modules/follow-up/service"
import type { Task } from "../../../../../modules/follow-up/task"
import { naming } from "../../../../../modules/follow-up/rules/rule-version"
import type {
  ActivityKind,
  Deadline,
} from "../../../../../modules/follow-up/vocabulary"
import type {
  AdminFollowUpExplanationResponse,
  AdminFollowUpExplanationStep,
} from "../../types"

type Explanation = AdminFollowUpExplanationResponse["explanation"]

type Entry = { kind: ActivityKind; occurred_at: Date | string; data: unknown }

const DEADLINES = [
  "response_target",
  "response_limit",
  "resolution_limit",
] as const

/** After which of its activities a task's clock goes on. */
const STARTS: ActivityKind[] = ["resumed", "reopened"]

/** Which of its activities say what a task runs under. */
const RULES: ActivityKind[] = ["opened", "rules_changed"]

/** More than any task waits, and than rules change meanwhile. */
const MOST_ACTIVITIES = 1_000

const versionSchema = z.object({ id: z.string(), version: z.number() })
const rulesSchema = z.object({
  playbook: versionSchema,
  calendar: versionSchema,
})

/**
 * The windows that each deadline counts and the closed time that it skips,
 * from the stored deadlines and the versions they were computed with.
 */
export async function explainDeadlines(
  task: Task,
  container: MedusaContainer
): Promise<Explanation> {
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const history = await followUp.listFollowUpActivities(
    { task_id: task.id, kind: [...STARTS, ...RULES] },
    { order: { sequence: "ASC" }, take: MOST_ACTIVITIES }
  )
  const starts = startsOf(task, history)
  const stored = DEADLINES.flatMap((deadline) => {
    const at = task[`${deadline}_at`]
    return at
      ? [{ deadline, at, ruled: ruledBy(deadline, at, task, history) }]
      : []
  })
  const rulesOf = await followUp.rulesOf([
    task,
    ...stored.map(({ ruled }) => ruled),
  ])
  const { playbook, calendar } = rulesOf(task)
  return {
    opened_at: task.opened_at.toISOString(),
    time_zone: calendar.definition.time_zone,
    playbook: naming(playbook),
    calendar: naming(calendar),
    deadlines: stored.flatMap(({ deadline, at, ruled }) => {
      const rules = rulesOf(ruled)
      const minutes = rules.playbook.definition[`${deadline}_minutes`]
      const met_at = metAt(task, deadline)
      const settled_at = met_at && met_at < at ? met_at : at
      const start =
        starts.filter((start) => start < settled_at).at(-1) ?? task.opened_at
      return minutes === null
        ? []
        : [explain(deadline, at, minutes * 60, start, rules.calendar.calendar)]
    }),
  }
}

const metAt = (task: Task, deadline: Deadline) =>
  deadline === "resolution_limit" ? null : task.responded_at

/**
 * The task under the rules that gave a deadline its place: it moves with them
 * until it is met, or the clock goes on only after it has passed.
 */
function ruledBy(
  deadline: Deadline,
  at: Date,
  task: Task,
  history: Entry[]
): Task {
  const met_at = metAt(task, deadline)
  const counts_from = task.running_since ?? task.waiting_since ?? task.opened_at
  if (met_at) {
    return versionsAt(met_at, task, history)
  }
  return at <= counts_from ? versionsAt(at, task, history) : task
}

/** The task as it was then, as far as its rules go. */
function versionsAt(instant: Date, task: Task, history: Entry[]): Task {
  const before = history.filter(
    ({ kind, occurred_at }) =>
      RULES.includes(kind) && new Date(occurred_at) <= instant
  )
  const { success, data } = rulesSchema.safeParse(before.at(-1)?.data)
  return success
    ? {
        ...task,
        playbook_id: data.playbook.id,
        playbook_version: data.playbook.version,
        calendar_id: data.calendar.id,
        calendar_version: data.calendar.version,
      }
    : task
}

/** A deadline counts from when the clock last went on before it was settled. */
function explain(
  deadline: Deadline,
  at: Date,
  seconds: number,
  start: Date,
  calendar: BusinessCalendar
): Explanation["deadlines"][number] {
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
function startsOf(task: Task, history: Entry[]): Date[] {
  return [
    task.opened_at,
    ...history
      .filter(({ kind }) => STARTS.includes(kind))
      .map(({ occurred_at }) => new Date(occurred_at)),
    ...(task.running_since ? [task.running_since] : []),
  ].sort((a, b) => a.getTime() - b.getTime())
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
