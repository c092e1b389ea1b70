import { decide } from "./decide"
import { Refusal } from "../../../refusals"
import type { RuleVersions } from "../rules/rule-versions"
import { situationsOf } from "./situation-of"
import { lockTaskInCall } from "./sql/lock-task"
import { selectTasksOf } from "./sql/select-task"
import type { Sql } from "../../../postgres/sql"
import { decided, writeDecisions } from "./write-decisions"

/**
 * Cancels the request for another number that a withdrawn attempt had opened,
 * if there is one. Its key is released, so that a number that does turn out to
 * be wrong is asked for again.
 *
 * @param opened_at - the time of the attempt; older requests are not its own
 * @returns the ids of the events to deliver
 * @throws Refusal if somebody is already working on the request
 */
export async function withdrawRequest(
  sql: Sql,
  { key, opened_at }: { key: string; opened_at: Date },
  rules: RuleVersions,
  now: Date
): Promise<string[]> {
  const [found] = await selectTasksOf(sql, { dedupe_key: [key] })
  const request = found && (await lockTaskInCall(sql, found.id))
  if (!request || request.opened_at.getTime() !== opened_at.getTime()) {
    return []
  }
  if (request.status !== "open" || request.attempt_count > 0) {
    throw new Refusal("request_in_progress", {})
  }
  const situationAt = await situationsOf(sql, [request], rules, now)
  const { situation, taskRules } = situationAt(request)
  const cancellation = decide(situation, {
    kind: "cancel",
    reason: "not_needed",
    note: null,
  })
  const [change] = await writeDecisions(
    sql,
    [
      decided(
        situation,
        {
          ...cancellation,
          changes: { ...cancellation.changes, dedupe_key: null },
        },
        taskRules
      ),
    ],
    now
  )
  return change?.event_ids ?? []
}
