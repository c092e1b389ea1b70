import type { SqlValue } from "../../../../postgres/sql"
import { COUNTING_STATUS, DEADLINE_RULES } from "../clock/deadlines"

/** A part of a `where`, with the values of its placeholders. */
export type Condition = { sql: string; values: SqlValue[] }

const limits = DEADLINE_RULES.filter(({ is_limit }) => is_limit)

/** The status in which deadlines count. */
export const IS_COUNTING = `status = '${COUNTING_STATUS}'`

/**
 * Whether an unmet limit of an open task is before a moment, or exactly at it.
 */
export function hasLimit(comparison: "<" | "<=", moment: Date): Condition {
  return anyUnmetLimit(`${comparison} ?`, [moment])
}

/**
 * Whether an unmet limit of an open task is between two moments, or exactly at
 * one of them.
 */
export function hasLimitBetween(from: Date, to: Date): Condition {
  return anyUnmetLimit("between ? and ?", [from, to])
}

function anyUnmetLimit(comparison: string, moments: Date[]): Condition {
  return {
    sql: limits
      .map(({ at, met_at }) =>
        [...(met_at ? [`${met_at} is null`] : []), `${at} ${comparison}`].join(
          " and "
        )
      )
      .join(" or "),
    values: limits.flatMap(() => moments),
  }
}

/** The same rule as `isLate`, for rows. */
export function lateCondition(now: Date): Condition {
  const { sql, values } = hasLimit("<", now)
  return { sql: `${IS_COUNTING} and (${sql})`, values }
}
