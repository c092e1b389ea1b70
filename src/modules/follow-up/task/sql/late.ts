import type { SqlValue } from "../../../../postgres/sql"
import { COUNTING_STATUS, DEADLINE_RULES } from "../clock/deadlines"

/** A part of a `where`, with the values of its placeholders. */
export type Condition = { sql: string; values: SqlValue[] }

/** The status in which deadlines count. */
export const IS_COUNTING = `status = '${COUNTING_STATUS}'`

/** The first unmet limit of an open task; null if there is none. Indexed. */
export const LIMIT = `least(${DEADLINE_RULES.filter(({ is_limit }) => is_limit)
  .map(({ at, met_at }) =>
    met_at ? `case when ${met_at} is null then ${at} end` : at
  )
  .join(", ")})`

/**
 * Which task of a call runs out of time first: its limit is the call's. Of
 * tasks without one, the first stands for the others.
 */
export const FIRST_TO_RUN_OUT = `status <> '${COUNTING_STATUS}', ${LIMIT}`

/** The same rule as `isLate`, for rows. */
export function lateCondition(now: Date): Condition {
  return { sql: `${IS_COUNTING} and ${LIMIT} < ?`, values: [now] }
}
