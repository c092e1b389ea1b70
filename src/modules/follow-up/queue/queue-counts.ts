import type { Sql } from "../../../postgres/sql"
import type { RuleVersions } from "../rules/rule-versions"
import { latestCriticalLimit } from "../task/clock/read-timer"
import {
  countQueue,
  type QueueCounts,
  selectOpenCalendars,
} from "./count-queue"

/**
 * How many calls each tab of the queue holds for this user.
 *
 * @param visible_to - whose calls are counted, as in `QueueFilters`
 */
export async function queueCounts(
  sql: Sql,
  rules: RuleVersions,
  user_id: string | null,
  now: Date,
  visible_to?: string | null
): Promise<QueueCounts> {
  const calendars = await rules.calendarsOf(sql, await selectOpenCalendars(sql))
  const critical_up_to = calendars.map(({ id, version, calendar }) => ({
    calendar_id: id,
    calendar_version: version,
    limit: latestCriticalLimit(calendar, now),
  }))
  return await countQueue(sql, user_id, critical_up_to, now, visible_to)
}
