import { generateEntityId } from "@medusajs/framework/utils"
import type { DefaultPlaybook, FollowUpSettings } from "./settings"
import { CALENDAR_NAMES, PLAYBOOK_NAMES } from "./built-in-names"
import { selectSeededTypes } from "./playbooks/playbooks"
import { insertRuleChange, lockRules } from "./rule-changes"
import { selectRuleBook } from "./select-rule-book"
import type { Sql } from "../../../postgres/sql"
import { storeRuleBook } from "./store-rule-book"
import type { Calendar } from "./calendars/calendar"
import { concernsTasks } from "./concerns-tasks"
import type { Playbook } from "./playbooks/playbook"
import type { RuleBook } from "./rule-book"
import { isSameDefinition } from "./same-definition"

/**
 * Creates the calendar and the playbooks of the settings, and updates those
 * that nobody has edited. What the shop edited or deleted stays as it is.
 *
 * @returns whether everything was up to date already
 */
export async function seedRules(
  sql: Sql,
  settings: FollowUpSettings,
  now: Date
): Promise<boolean> {
  await lockRules(sql)
  const before = await selectRuleBook(sql)
  const after: RuleBook = {
    ...before,
    calendars: seededCalendars(before, settings),
    playbooks: seededPlaybooks(before, settings, await selectSeededTypes(sql)),
  }
  await storeRuleBook(sql, before, after, null, now)
  if (concernsTasks(before, after)) {
    await insertRuleChange(sql, null, now)
  }
  return isSameDefinition(before, after)
}

function seededCalendars(
  { calendars }: RuleBook,
  { calendar: definition, language }: FollowUpSettings
): Calendar[] {
  if (calendars.some(({ is_default }) => is_default)) {
    return calendars.map((calendar) =>
      calendar.is_default ? upToDate(calendar, definition) : calendar
    )
  }
  const brought: Calendar = {
    id: generateEntityId(undefined, "fucal"),
    version: 1,
    name: CALENDAR_NAMES[language],
    definition,
    is_default: true,
    is_edited: false,
  }
  return [...calendars, brought]
}

/**
 * @param brought - the types that already got their default playbook, even if
 * it was deleted
 */
function seededPlaybooks(
  book: RuleBook,
  { playbooks, language }: FollowUpSettings,
  brought: string[]
): Playbook[] {
  const updated = book.playbooks.map((playbook) => {
    const standard = playbook.is_seeded
      ? playbooks.get(playbook.type)
      : undefined
    return standard && !playbook.is_edited
      ? {
          ...upToDate(playbook, standard.definition),
          enabled: standard.enabled,
        }
      : playbook
  })
  const added = [...playbooks]
    .filter(([type]) => !brought.includes(type))
    .map(([type, standard]) =>
      firstPlaybook(type, PLAYBOOK_NAMES[language], standard)
    )
  return [...updated, ...added]
}

function firstPlaybook(
  type: string,
  name: string,
  { enabled, definition }: DefaultPlaybook
): Playbook {
  return {
    id: generateEntityId(undefined, "fuplay"),
    version: 1,
    type,
    name,
    definition,
    enabled,
    position: 0,
    is_seeded: true,
    is_edited: false,
  }
}

/** A new version if the content changed and nobody edited it. */
function upToDate<Rule extends Calendar | Playbook>(
  rule: Rule,
  definition: Rule["definition"]
): Rule {
  return rule.is_edited || isSameDefinition(rule.definition, definition)
    ? rule
    : { ...rule, definition, version: rule.version + 1 }
}
