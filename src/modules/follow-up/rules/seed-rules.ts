import type { DefaultPlaybook, FollowUpSettings } from "../options"
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
import type { Playbook } from "./playbook"
import { isSameDefinition } from "./same-definition"

/** What the calendar and the playbooks that the plugin brings are called. */
const CALENDAR_NAME = "Opening hours"
const PLAYBOOK_NAME = "Standard"

/** `outdated`: tasks may run under an older version now. */
type Seeded = "as it was" | "brought" | "outdated"

/**
 * Brings the calendar and the playbooks that the settings describe, and brings
 * those that nobody has edited up to date with them. What the shop edited or
 * deleted stays as it is.
 *
 * @returns whether everything was as it should be already
 */
export async function seedRules(
  sql: Sql,
  settings: FollowUpSettings,
  now: Date
): Promise<boolean> {
  await lockRules(sql)
  const seeded = [
    await seedCalendar(sql, settings, now),
    ...(await seedPlaybooks(sql, settings, now)),
  ]
  if (seeded.includes("outdated")) {
    await insertRuleChange(sql, null, now)
  }
  return seeded.every((each) => each === "as it was")
}

async function seedCalendar(
  sql: Sql,
  { calendar: definition }: FollowUpSettings,
  now: Date
): Promise<Seeded> {
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
    return "brought"
  }
  if (stored.is_edited || isSameDefinition(stored.definition, definition)) {
    return "as it was"
  }
  await insertCalendarVersion(
    sql,
    { ...stored, definition, version: stored.version + 1, created_by: null },
    now
  )
  return "outdated"
}

async function seedPlaybooks(
  sql: Sql,
  { playbooks }: FollowUpSettings,
  now: Date
): Promise<Seeded[]> {
  const stored = (await selectPlaybooks(sql)).filter(
    ({ is_seeded }) => is_seeded
  )
  const seeded: Seeded[] = []
  for (const [type, standard] of playbooks) {
    const before = stored.find((playbook) => playbook.type === type)
    seeded.push(
      before
        ? await updatePlaybook(sql, before, standard, now)
        : await addPlaybook(sql, type, standard, now)
    )
  }
  return seeded
}

/** One that the shop deleted is not added again. */
async function addPlaybook(
  sql: Sql,
  type: string,
  { enabled, definition }: DefaultPlaybook,
  now: Date
): Promise<Seeded> {
  const id = await insertPlaybook(
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
  return id ? "brought" : "as it was"
}

async function updatePlaybook(
  sql: Sql,
  before: Playbook,
  { enabled, definition }: DefaultPlaybook,
  now: Date
): Promise<Seeded> {
  if (before.is_edited) {
    return "as it was"
  }
  if (before.enabled !== enabled) {
    await enablePlaybook(sql, before.id, enabled, now)
  }
  if (isSameDefinition(before.definition, definition)) {
    return before.enabled === enabled ? "as it was" : "brought"
  }
  await insertPlaybookVersion(
    sql,
    { ...before, definition, version: before.version + 1, created_by: null },
    now
  )
  return "outdated"
}
