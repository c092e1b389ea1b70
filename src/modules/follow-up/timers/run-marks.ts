import type { Sql } from "../../../postgres/sql"
import { watermarks } from "../tables"

/**
 * What leaves a mark when it runs: a tick and a walk of the reconciler that
 * ended well, whoever ran them, and each run that Medusa's scheduler started.
 */
const RUNS = ["tick", "walk", "scheduled_tick", "scheduled_walk"] as const

export type Run = (typeof RUNS)[number]

/**
 * How many seconds ago each of them last ran, by the database's clock; null if
 * that is unknown.
 */
export type LastRuns = Record<Run, number | null>

const nameOf = (run: Run) => `ran_${run}`

export async function markRun(sql: Sql, run: Run): Promise<void> {
  await watermarks.mark(sql, nameOf(run))
}

export async function readLastRuns(sql: Sql): Promise<LastRuns> {
  const ages = await watermarks.ages(sql, RUNS.map(nameOf))
  const ageOf = (run: Run) => ages.get(nameOf(run)) ?? null
  return {
    tick: ageOf("tick"),
    walk: ageOf("walk"),
    scheduled_tick: ageOf("scheduled_tick"),
    scheduled_walk: ageOf("scheduled_walk"),
  }
}
