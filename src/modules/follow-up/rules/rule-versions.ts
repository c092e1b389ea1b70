import { MedusaError } from "@medusajs/framework/utils"
import { type BusinessCalendar, compileCalendar } from "../../../business-time"
import { type FollowUpSettings, taskTypeOf, typeForPhone } from "./settings"
import {
  type CalendarOf,
  type CalendarReference,
  selectCalendarVersions,
} from "./calendars/calendars"
import type { CalendarVersion } from "./calendars/calendar"
import type { PlaybookVersion } from "./playbooks/playbook"
import type { RuleBook } from "./rule-book"
import { seedRules } from "./seed-rules"
import type { TaskType } from "./playbooks/task-types"
import {
  type PlaybookReference,
  selectPlaybookVersions,
} from "./playbooks/playbooks"
import { keepRules } from "./rule-changes"
import { selectRuleBook } from "./select-rule-book"
import type { Sql } from "../../../postgres/sql"

export type CompiledCalendar = CalendarVersion & { calendar: BusinessCalendar }

/** The rules that a task runs under. */
export type TaskRules = {
  type: TaskType
  playbook: PlaybookVersion
  calendar: CompiledCalendar
  /** Finds the calendars in which the task's past runs were counted. */
  calendarOf: CalendarOf
}

/** The versions that a task runs under, and ran under before. */
type Versions = CalendarReference &
  PlaybookReference & {
    type: string
    runs: readonly CalendarReference[]
  }

/** What is the same for all tasks of the shop. */
export type ShopRules = {
  default_country: string | null
  /** The type that collects a phone number from the customer. */
  phone_type: string | null
}

/** More versions than any shop uses at once. */
const MAX_VERSIONS = 500

/** The playbooks and calendars that tasks run under, cached by version. */
export class RuleVersions {
  /** By id and version: a version never changes, so entries are never stale. */
  private readonly calendars = new Map<string, CompiledCalendar>()
  private readonly playbooks = new Map<string, PlaybookVersion>()
  /** The settings that this instance has found in the database. */
  private seeded: FollowUpSettings | null = null

  /** @param current - returns the settings, which extensions may change */
  constructor(private readonly current: () => FollowUpSettings) {}

  get settings(): FollowUpSettings {
    return this.current()
  }

  get default_country(): string | null {
    return this.settings.default_country
  }

  get types(): ReadonlyMap<string, TaskType> {
    return this.settings.types
  }

  /** Read once for many tasks: each read of the settings asks the container. */
  shop(): ShopRules {
    const { settings } = this
    return {
      default_country: settings.default_country,
      phone_type: typeForPhone(settings),
    }
  }

  typeOf(type: string): TaskType {
    return taskTypeOf(type, this.settings)
  }

  /**
   * The shop's rules, locked until the caller's transaction ends; in a new
   * shop, those of the settings.
   */
  async book(sql: Sql, now: Date): Promise<RuleBook> {
    const { settings } = this
    if (this.seeded === settings) {
      await keepRules(sql)
      const book = await selectRuleBook(sql)
      if (book.calendars.length > 0) {
        return book
      }
    }
    // Seeded rules count only once they are found in the database: if the
    // transaction fails they are rolled back, and the versions cached here with
    // them.
    this.forget()
    this.seeded = (await seedRules(sql, settings, now)) ? settings : null
    return await selectRuleBook(sql)
  }

  /** The rules of these tasks, read for all of them at once. */
  async ofTasks(
    sql: Sql,
    tasks: Versions[]
  ): Promise<(task: Versions) => TaskRules> {
    const calendarOf = await this.loadCalendars(
      sql,
      tasks.flatMap((task) => [task, ...task.runs])
    )
    const playbookOf = await this.loadPlaybooks(sql, tasks)
    const { settings } = this
    return (task) => ({
      type: taskTypeOf(task.type, settings),
      playbook: playbookOf(task),
      calendar: calendarOf(task),
      calendarOf: (run) => calendarOf(run).calendar,
    })
  }

  /** Versions of calendars, compiled. */
  async calendarsOf(
    sql: Sql,
    references: CalendarReference[]
  ): Promise<CompiledCalendar[]> {
    return references.map(await this.loadCalendars(sql, references))
  }

  /** Compiles a calendar's version, once. */
  compile(version: CalendarVersion): CompiledCalendar {
    const key = `${version.id} ${version.version}`
    const before = this.calendars.get(key)
    if (before) {
      return before
    }
    const entry = { ...version, calendar: compileCalendar(version.definition) }
    keep(this.calendars, key, entry)
    return entry
  }

  /** A separate cache, for versions of rules that are not stored. */
  trial(): RuleVersions {
    return new RuleVersions(this.current)
  }

  /**
   * For a database that was restored to an earlier state under a running shop.
   */
  forget(): void {
    this.calendars.clear()
    this.playbooks.clear()
    this.seeded = null
  }

  /**
   * Returns a lookup that holds all that was asked for, and nothing else:
   * another transaction may forget what is kept here at any moment, so a lookup
   * that fell back on it would find a version only sometimes.
   */
  private async loadCalendars(
    sql: Sql,
    references: CalendarReference[]
  ): Promise<(reference: CalendarReference) => CompiledCalendar> {
    const { held, missing } = heldOf(this.calendars, references, calendarKey)
    for (const version of await selectCalendarVersions(sql, missing)) {
      held.set(`${version.id} ${version.version}`, this.compile(version))
    }
    return (reference) => {
      const key = calendarKey(reference)
      return known(held.get(key), `Business calendar ${key}`)
    }
  }

  private async loadPlaybooks(
    sql: Sql,
    references: PlaybookReference[]
  ): Promise<(reference: PlaybookReference) => PlaybookVersion> {
    const { held, missing } = heldOf(this.playbooks, references, playbookKey)
    for (const version of await selectPlaybookVersions(sql, missing)) {
      const key = `${version.id} ${version.version}`
      keep(this.playbooks, key, version)
      held.set(key, version)
    }
    return (reference) => {
      const key = playbookKey(reference)
      return known(held.get(key), `Playbook ${key}`)
    }
  }
}

const calendarKey = (task: CalendarReference) =>
  `${task.calendar_id} ${task.calendar_version}`
const playbookKey = (task: PlaybookReference) =>
  `${task.playbook_id} ${task.playbook_version}`

/** The versions already loaded, and one reference to each that is missing. */
function heldOf<Version, Reference>(
  kept: ReadonlyMap<string, Version>,
  references: Reference[],
  keyOf: (reference: Reference) => string
): { held: Map<string, Version>; missing: Reference[] } {
  const held = new Map<string, Version>()
  const missing = new Map<string, Reference>()
  for (const reference of references) {
    const key = keyOf(reference)
    const version = kept.get(key)
    if (version) {
      held.set(key, version)
    } else {
      missing.set(key, reference)
    }
  }
  return { held, missing: [...missing.values()] }
}

function keep<Version>(
  versions: Map<string, Version>,
  key: string,
  version: Version
): void {
  const [oldest] = versions.keys()
  if (versions.size >= MAX_VERSIONS && oldest !== undefined) {
    versions.delete(oldest)
  }
  versions.set(key, version)
}

function known<Version>(version: Version | undefined, name: string): Version {
  if (!version) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${name} is not stored`
    )
  }
  return version
}
