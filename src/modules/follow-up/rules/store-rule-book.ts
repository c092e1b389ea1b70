import { generateEntityId } from "@medusajs/framework/utils"
import type { Calendar } from "./calendars/calendar"
import type { Playbook } from "./playbooks/playbook"
import type { RuleBook } from "./rule-book"
import { isSameDefinition } from "./same-definition"
import type { Sql } from "../../../postgres/sql"

/** Stores the differences between two states of the rules, under their lock. */
export async function storeRuleBook(
  sql: Sql,
  before: RuleBook,
  after: RuleBook,
  created_by: string | null,
  now: Date
): Promise<void> {
  await storeCalendars(sql, before, after, created_by, now)
  await storeBindings(sql, before, after, now)
  await storePlaybooks(sql, before, after, created_by, now)
}

async function storeCalendars(
  sql: Sql,
  before: RuleBook,
  after: RuleBook,
  created_by: string | null,
  now: Date
): Promise<void> {
  await deleteMissing(
    sql,
    "follow_up_business_calendar",
    before.calendars,
    after.calendars,
    now
  )
  // The former default comes first, so that there are never two.
  const changed = after.calendars
    .filter((calendar) => isNewOrOther(calendar, before.calendars))
    .sort((a, b) => Number(a.is_default) - Number(b.is_default))
  for (const calendar of changed) {
    await sql.execute(
      `insert into follow_up_business_calendar
              (id, name, is_default, is_edited, version, created_at, updated_at)
       values (?, ?, ?, ?, ?, ?, ?)
           on conflict (id) do update
          set name = excluded.name, is_default = excluded.is_default,
              is_edited = excluded.is_edited, version = excluded.version,
              updated_at = excluded.updated_at`,
      [
        calendar.id,
        calendar.name,
        calendar.is_default,
        calendar.is_edited,
        calendar.version,
        now,
        now,
      ]
    )
    const stored = before.calendars.find(({ id }) => id === calendar.id)
    if (stored?.version !== calendar.version) {
      await insertVersion(sql, "calendar", calendar, created_by, now)
    }
  }
}

async function storeBindings(
  sql: Sql,
  before: RuleBook,
  after: RuleBook,
  now: Date
): Promise<void> {
  await deleteMissing(
    sql,
    "follow_up_calendar_binding",
    before.bindings,
    after.bindings,
    now
  )
  const changed = after.bindings.filter((binding) =>
    isNewOrOther(binding, before.bindings)
  )
  for (const binding of changed) {
    await sql.execute(
      `insert into follow_up_calendar_binding
              (id, calendar_id, scope, reference_id, created_at, updated_at)
       values (?, ?, ?, ?, ?, ?)
           on conflict (id) do update
          set calendar_id = excluded.calendar_id,
              updated_at = excluded.updated_at`,
      [
        binding.id,
        binding.calendar_id,
        binding.scope,
        binding.reference_id,
        now,
        now,
      ]
    )
  }
}

async function storePlaybooks(
  sql: Sql,
  before: RuleBook,
  after: RuleBook,
  created_by: string | null,
  now: Date
): Promise<void> {
  await deleteMissing(
    sql,
    "follow_up_playbook",
    before.playbooks,
    after.playbooks,
    now
  )
  const changed = after.playbooks.filter((playbook) =>
    isNewOrOther(playbook, before.playbooks)
  )
  for (const playbook of changed) {
    await sql.execute(
      `insert into follow_up_playbook
              (id, type, name, enabled, position, is_seeded, is_edited, version,
               created_at, updated_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           on conflict (id) do update
          set name = excluded.name, enabled = excluded.enabled,
              position = excluded.position, is_edited = excluded.is_edited,
              version = excluded.version, updated_at = excluded.updated_at`,
      [
        playbook.id,
        playbook.type,
        playbook.name,
        playbook.enabled,
        playbook.position,
        playbook.is_seeded,
        playbook.is_edited,
        playbook.version,
        now,
        now,
      ]
    )
    const stored = before.playbooks.find(({ id }) => id === playbook.id)
    if (stored?.version !== playbook.version) {
      await insertVersion(sql, "playbook", playbook, created_by, now)
    }
  }
}

const VERSION_PREFIX = { calendar: "fucalv", playbook: "fuplayv" } as const

/** A version keeps the name and definition of its time, and never changes. */
async function insertVersion(
  sql: Sql,
  of: keyof typeof VERSION_PREFIX,
  { id, version, name, definition }: Calendar | Playbook,
  created_by: string | null,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into follow_up_${of}_version
            (id, ${of}_id, version, name, definition, created_by,
             created_at, updated_at)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [
      generateEntityId(undefined, VERSION_PREFIX[of]),
      id,
      version,
      name,
      JSON.stringify(definition),
      created_by,
      now,
      now,
    ]
  )
}

type Stored = { id: string }

function isNewOrOther<Row extends Stored>(
  row: Row,
  before: readonly Row[]
): boolean {
  return !isSameDefinition(
    row,
    before.find(({ id }) => id === row.id)
  )
}

async function deleteMissing(
  sql: Sql,
  table: string,
  before: readonly Stored[],
  after: readonly Stored[],
  now: Date
): Promise<void> {
  const kept = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !kept.has(id))
  if (gone.length > 0) {
    await sql.execute(
      `update ${table} set deleted_at = ?
        where id in (select value from jsonb_array_elements_text(?::jsonb))`,
      [now, JSON.stringify(gone.map(({ id }) => id))]
    )
  }
}
