import type { SqlValue } from "../../../../postgres/sql"
import { COUNTING_STATUS, DEADLINE_RULES } from "../clock/deadlines"

/** Part of a `where`, and what its question marks stand for. */
export type Condition = { sql: string; values: SqlValue[] }

const limits = DEADLINE_RULES.filter(({ is_limit }) => is_limit)

/** The status of tasks whose deadlines count. */
export const IS_COUNTING = `status = '${COUNTING_STATUS}'`

/** Of a task that counts: an unmet limit lies before a moment, or at it. */
export function hasLimit(comparison: "<" | "<=", moment: Date): Condition {
  return {
    sql: limits
      .map(({ at, met_at }) =>
        [
          ...(met_at ? [`${met_at} is null`] : []),
          `${at} ${comparison} ?`,
        ].join(" and ")
      )
      .join(" or "),
    values: limits.map(() => moment),
  }
}

/** What `isLate` says of a task, asked of rows. */
export function lateCondition(now: Date): Condition {
  const { sql, values } = hasLimit("<", now)
  return { sql: `${IS_COUNTING} and (${sql})`, values }
}
