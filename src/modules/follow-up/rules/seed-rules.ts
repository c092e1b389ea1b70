import type { FollowUpSettings } from "../options"
import {
  insertCalendar,
  insertCalendarVersion,
  selectCalendars,
} from "../sql/calendars"
import {
  enablePlaybook,
  insertPlaybook,
  insertPlaybookVersion,
  selectPlaybooks,
} from "../sql/playbooks"
import { insertRuleChange, lockRules } from "../sql/rule-changes"
import type { Sql } from "../sql/sql"
import { isSameDefinition } from "./same-definition"

/** What the calendar and the playbooks that the plugin brings are called. */
const CALENDAR_NAME = "Opening hours"
const PLAYBOOK_NAME = "Standard"

/**
 * Brings the calendar and the playbooks that the settings describe, and brings
 * those that nobody has edited up to date with them. What the shop edited or
 * deleted stays as it is.
 */
export async function seedRules(
  sql: Sql,
  settings: FollowUpSettings,
  now: Date
): Promise<void> {
  await lockRules(sql)
  const moved = [
    await seedCalendar(sql, settings, now),
    ...(await seedPlaybooks(sql, settings, now)),
  ]
  if (moved.includes(true)) {
    await insertRuleChange(sql, null, now)
  }
}

/** @returns whether tasks may run under an older version now */
async function seedCalendar(
  sql: Sql,
  { calendar: definition }: FollowUpSettings,
  now: Date
): Promise<boolean> {
  const stored = (await selectCalendars(sql)).find(
    ({ is_default }) => is_default
  )
  if (!stored) {
    await insertCalendar(
      sql,
      {
        name: CALENDAR_NAME,
        definition,
        is_default: true,
        is_edited: false,
        created_by: null,
      },
      now
    )
    return false
  }
  if (stored.is_edited || isSameDefinition(stored.definition, definition)) {
    return false
  }
  await insertCalendarVersion(
    sql,
    { ...stored, definition, version: stored.version + 1, created_by: null },
    now
  )
  return true
}

async function seedPlaybooks(
  sql: Sql,
  { playbooks }: FollowUpSettings,
  now: Date
): Promise<boolean[]> {
  const seeded = (await selectPlaybooks(sql)).filter(
    ({ is_seeded }) => is_seeded
  )
  const moved: boolean[] = []
  for (const [type, { enabled, definition }] of playbooks) {
    const stored = seeded.find((playbook) => playbook.type === type)
    if (!stored) {
      await insertPlaybook(
        sql,
        {
          type,
          name: PLAYBOOK_NAME,
          enabled,
          position: 0,
          is_seeded: true,
          is_edited: false,
          definition,
          created_by: null,
        },
        now
      )
      continue
    }
    if (stored.is_edited) {
      continue
    }
    if (stored.enabled !== enabled) {
      await enablePlaybook(sql, stored.id, enabled, now)
    }
    if (!isSameDefinition(stored.definition, definition)) {
      await insertPlaybookVersion(
        sql,
        {
          ...stored,
          definition,
          version: stored.version + 1,
          created_by: null,
        },
        now
      )
      moved.push(true)
    }
  }
  return moved
}
