import { z } from "@medusajs/framework/zod"
import type { Task } from "../task"
import type { ActivityKind } from "../activity"

/** Which entries of a task's history say what it runs under from then on. */
export const RULE_ACTIVITIES: ActivityKind[] = ["opened", "rules_changed"]

type Entry = { kind: ActivityKind; occurred_at: Date | string; data: unknown }

const versionSchema = z.object({ id: z.string(), version: z.number() })
const rulesSchema = z.object({
  playbook: versionSchema,
  calendar: versionSchema,
})

/**
 * The task under all the versions that it has run under, the newest last, as
 * far as its rules go; under its own, where its history says nothing of them.
 */
export function versionsThrough(
  task: Task,
  history: readonly Entry[]
): { since: Date; task: Task }[] {
  const through = history.flatMap(({ kind, occurred_at, data }) => {
    const rules = RULE_ACTIVITIES.includes(kind)
      ? rulesSchema.safeParse(data).data
      : undefined
    return rules
      ? [
          {
            since: new Date(occurred_at),
            task: {
              ...task,
              playbook_id: rules.playbook.id,
              playbook_version: rules.playbook.version,
              calendar_id: rules.calendar.id,
              calendar_version: rules.calendar.version,
            },
          },
        ]
      : []
  })
  return through.length > 0 ? through : [{ since: task.opened_at, task }]
}
