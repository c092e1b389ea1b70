import type { BusinessCalendar } from "../../../../business-time"
import type { CalendarOf } from "../../rules/calendars/calendars"
import type { Deadline, PlaybookDefinition } from "../../../../desk/playbook"
import type { ClockRun, DeadlineBasis, Task } from "../task"
import { bankedSeconds, toMilliseconds } from "./clock-runs"

/** A task's deadlines, with the inputs that they were computed from. */
export type Deadlines = Pick<
  Task,
  "response_target_at" | "response_limit_at" | "resolution_limit_at" | "basis"
>

type CountedTask = Pick<
  Task,
  | "runs"
  | "responded_at"
  | "resolution_limit_at"
  | "basis"
  | "calendar_id"
  | "calendar_version"
> & {
  /** Null while the task is being opened. */
  response_target_at: Date | null
  response_limit_at: Date | null
}

type MakingSituation = {
  /** With the calendar in which the deadlines count. */
  task: CountedTask
  calendar: BusinessCalendar
  playbook: { definition: PlaybookDefinition }
  /** Finds the calendars in which the task's past runs were counted. */
  calendarOf: CalendarOf
}

/** A deadline, with its inputs if they are known. */
type MadeDeadline = { at: Date; basis?: DeadlineBasis }

/**
 * The deadlines of a clock that counts from a moment, after what it has banked.
 *
 * @param stays - whether an unmet deadline keeps its time
 */
export function makeDeadlines(
  situation: MakingSituation,
  counts_from: Date,
  stays: (deadline: Date, seconds_left: number) => boolean
): Deadlines {
  const { task } = situation
  const { definition } = situation.playbook
  const banked_seconds = bankedSeconds(task.runs)
  const make = (deadline: Deadline, minutes: number): MadeDeadline => {
    const at = task[`${deadline}_at`]
    const is_met = deadline !== "resolution_limit" && task.responded_at !== null
    const seconds_left = minutes * 60 - banked_seconds
    if (at && (is_met || stays(at, seconds_left))) {
      return { at, basis: task.basis[deadline] }
    }
    return (
      (seconds_left < 0 ? reachedAt(minutes * 60, situation) : null) ??
      countedFrom(counts_from, banked_seconds, seconds_left, situation)
    )
  }
  const { resolution_limit_minutes } = definition
  const target = make("response_target", definition.response_target_minutes)
  const limit = make("response_limit", definition.response_limit_minutes)
  const resolution =
    resolution_limit_minutes === null
      ? null
      : make("resolution_limit", resolution_limit_minutes)
  return {
    response_target_at: target.at,
    response_limit_at: limit.at,
    resolution_limit_at: resolution?.at ?? null,
    basis: {
      response_target: target.basis,
      response_limit: limit.basis,
      resolution_limit: resolution?.basis,
    },
  }
}

/** A deadline after this much business time from a moment. */
function countedFrom(
  from: Date,
  banked_seconds: number,
  seconds_left: number,
  { task, calendar }: MakingSituation
): MadeDeadline {
  return {
    at: calendar.add(from, seconds_left),
    basis: {
      from: from.toISOString(),
      banked_seconds,
      business_seconds: toMilliseconds(seconds_left),
      calendar_id: task.calendar_id,
      calendar_version: task.calendar_version,
    },
  }
}

/**
 * When a task's past runs had counted this many business seconds: a moment at
 * which the clock was running, by the hours of that time. Null if they counted
 * fewer.
 */
function reachedAt(
  seconds: number,
  { task, calendarOf }: MakingSituation
): MadeDeadline | null {
  let banked_seconds = 0
  for (const run of task.runs) {
    const after = toMilliseconds(banked_seconds + run.seconds)
    if (after >= seconds) {
      return inRun(run, banked_seconds, seconds, calendarOf)
    }
    banked_seconds = after
  }
  return null
}

function inRun(
  run: ClockRun,
  banked_seconds: number,
  seconds: number,
  calendarOf: CalendarOf
): MadeDeadline {
  const { from, calendar_id, calendar_version } = run
  const business_seconds = toMilliseconds(seconds - banked_seconds)
  return {
    at: calendarOf(run).add(new Date(from), business_seconds),
    basis: {
      from,
      banked_seconds,
      business_seconds,
      calendar_id,
      calendar_version,
    },
  }
}
