import type { Sql } from "../../../postgres/sql"
import { failedRecords, outbox } from "../tables"
import { countOverdue } from "./lock-due-tasks"
import { type LastRuns, readLastRuns } from "./run-marks"

/** Whether the desk works by itself. Ages and times are in seconds. */
export type Health = {
  timers: {
    /** Whether what is due happens: else the desk has to be warned. */
    are_trusted: boolean
    /** Since the last tick that ended well; null if there was none. */
    last_tick_seconds_ago: number | null
    /** Timers that should have fired more than a minute ago. */
    overdue: number
  }
  reconciler: {
    /** Whether what lost events should have done is done. */
    is_trusted: boolean
    /** Since its last walk that ended well; null if there was none. */
    last_walk_seconds_ago: number | null
    /** Orders and customers that cannot be synced, and are retried. */
    failing_records: number
    oldest_failing_seconds: number | null
  }
  outbox: {
    /** Events, notices and actions that wait to be delivered. */
    waiting: number
    /** Those of them that could not be delivered when last tried. */
    failing: number
    oldest_seconds: number | null
  }
  scheduler: {
    /**
     * Whether Medusa's scheduler runs the plugin's jobs. If not, every
     * instance that runs jobs does so by itself.
     */
    is_running: boolean
    /** Since it last started the tick; null if it never did. */
    last_tick_seconds_ago: number | null
  }
}

/** A tick comes every five seconds; one may take a while. */
const TRUSTED_TICK_S = 60

/** A walk comes every minute; one of 5,000 new orders takes minutes. */
const TRUSTED_WALK_S = 600

/**
 * Medusa's scheduler counts as stopped after so many seconds without a tick,
 * which comes every five.
 */
export const SCHEDULER_STOPPED_S = 30

/**
 * After how many seconds without them scheduled runs count as stopped: walks,
 * of which one comes every minute, after two more minutes than ticks.
 */
export function stoppedAfter(
  tick_s = SCHEDULER_STOPPED_S
): Record<"tick" | "walk", number> {
  return { tick: tick_s, walk: tick_s + 120 }
}

/** Reads the health of the timers, the reconciler and the outbox. */
export async function readHealth(sql: Sql, now: Date): Promise<Health> {
  const runs = await readLastRuns(sql)
  const overdue = await countOverdue(sql, now)
  const failing = await failedRecords.summarize(sql, now)
  return {
    timers: {
      are_trusted: isRecent(runs.tick, TRUSTED_TICK_S) && overdue === 0,
      last_tick_seconds_ago: runs.tick,
      overdue,
    },
    reconciler: {
      is_trusted: isRecent(runs.walk, TRUSTED_WALK_S),
      last_walk_seconds_ago: runs.walk,
      failing_records: failing.count,
      oldest_failing_seconds: failing.oldest_seconds,
    },
    outbox: await outbox.summarize(sql, now),
    scheduler: {
      is_running: stoppedRuns(runs).length === 0,
      last_tick_seconds_ago: runs.scheduled_tick,
    },
  }
}

/** What Medusa's scheduler no longer runs. */
export function stoppedRuns(
  runs: LastRuns,
  after = stoppedAfter()
): ("tick" | "walk")[] {
  return (["tick", "walk"] as const).filter(
    (run) => !isRecent(runs[`scheduled_${run}`], after[run])
  )
}

function isRecent(seconds_ago: number | null, limit: number): boolean {
  return seconds_ago !== null && seconds_ago <= limit
}
