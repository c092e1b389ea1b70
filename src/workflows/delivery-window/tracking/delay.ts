import { z } from "@medusajs/framework/zod"
import type { TaskOfKind } from "../../../desk/handlers"
import type { Progress } from "../../../modules/delivery-window"
import { clockText, isActive, type Task } from "../../../modules/follow-up"
import { otherDayText } from "../window-text"

/** A closed task is reopened if the courier comes so much later than told. */
const REOPEN_MS = 10 * 60_000

const schema = z.object({
  booking_id: z.string(),
  window: z.object({
    id: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    local_date: z.string(),
    local_start: z.string(),
    local_end: z.string(),
    time_zone: z.string(),
  }),
  /** ISO 8601; null as long as nobody has named a time. */
  expected_at: z.string().nullable(),
  observed_at: z.string().nullable(),
})

/** What a task about a late delivery says of it. */
export type LateData = z.infer<typeof schema>

export function lateDataOf({
  booking_id,
  window_id,
  window,
  seen,
}: Progress): LateData {
  return {
    booking_id,
    window: {
      id: window_id,
      starts_at: window.starts_at.toISOString(),
      ends_at: window.ends_at.toISOString(),
      local_date: window.local_date,
      local_start: window.local_start,
      local_end: window.local_end,
      time_zone: window.time_zone,
    },
    expected_at: seen.expected_at?.toISOString() ?? null,
    observed_at: seen.observed_at?.toISOString() ?? null,
  }
}

/** What a task says of a late delivery; null if it says nothing. */
export function lateDataIn(
  data: Readonly<Record<string, unknown>>
): LateData | null {
  return schema.safeParse(data).data ?? null
}

/**
 * Whether somebody has to call: a task that is open is only told the new time; a
 * closed one is opened again if what the customer was told is no longer true, or
 * was that nobody knew when.
 */
export function needsCall(
  task: Pick<Task, "status" | "outcome" | "data">,
  { seen: { expected_at } }: Pick<Progress, "seen">
): boolean {
  if (isActive(task)) {
    return false
  }
  if (task.status === "canceled") {
    // It was in time again, and is no longer.
    return true
  }
  if (task.outcome === "other_window" || task.outcome === "declined") {
    return false
  }
  const told = lateDataIn(task.data)?.expected_at ?? null
  return (
    expected_at !== null &&
    (told === null ||
      expected_at.getTime() >= new Date(told).getTime() + REOPEN_MS)
  )
}

/**
 * What a script says of a delay; unknown without a task about it.
 *
 * @param now - when it is said
 */
export function lateFacts(
  task: Pick<TaskOfKind, "data"> | null,
  now: Date
): {
  is_late: boolean
  /** When the courier is expected. */
  expected_time: (language: string) => string
  /** On which day, if not on that on which it is said. */
  expected_date: (language: string) => string
  /** In minutes after the window's end. */
  late_by: number | null
} {
  const late = task && lateDataIn(task.data)
  if (!late?.expected_at) {
    return {
      is_late: late !== null,
      expected_time: () => "",
      expected_date: () => "",
      late_by: null,
    }
  }
  const at = new Date(late.expected_at)
  const { time_zone } = late.window
  const ends_at = new Date(late.window.ends_at)
  return {
    is_late: true,
    expected_time: (language) => clockText(at, { language, time_zone }),
    expected_date: (language) => otherDayText(at, now, { language, time_zone }),
    late_by: Math.max(
      0,
      Math.floor((at.getTime() - ends_at.getTime()) / 60_000)
    ),
  }
}
