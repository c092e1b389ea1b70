import { MedusaError } from "@medusajs/framework/utils"
import { type BusinessCalendar, compileCalendar } from "../../../business-time"
import { type FollowUpSettings, taskTypeOf } from "./settings"
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

/** What a task is worked under. */
export type TaskRules = {
  type: TaskType
  playbook: PlaybookVersion
  calendar: CompiledCalendar
  /** What the task's past runs were counted in. */
  calendarOf: CalendarOf
}

/** Which versions a task runs under, and ran under before. */
type Versions = CalendarReference &
  PlaybookReference & {
    type: string
    runs: readonly CalendarReference[]
  }

/** More versions than any shop has in use at once. */
const MOST_VERSIONS = 500

/** The playbooks and calendars that tasks are opened and worked under. */
export class RuleVersions {
  /** By id and version: a version never changes, so none is stale. */
  private readonly calendars = new Map<string, CompiledCalendar>()
  private readonly playbooks = new Map<string, PlaybookVersion>()
  /** Whether this instance has found its settings in the database. */
  private isSeeded = false

  constructor(private readonly settings: FollowUpSettings) {}

  get default_country(): string | null {
    return this.settings.default_country
  }

  get types(): ReadonlyMap<string, TaskType> {
    return this.settings.types
  }

  typeOf(type: string): TaskType {
    return taskTypeOf(type, this.settings)
  }

  /**
   * What the shop has set, as it is until the caller's transaction ends; in a
   * new shop, what the settings say.
   */
  async book(sql: Sql, now: Date): Promise<RuleBook> {
    if (this.isSeeded) {
      await keepRules(sql)
      const book = await selectRuleBook(sql)
      if (book.calendars.length > 0) {
        return book
      }
    }
    // What was brought is there once it is found there: a transaction that
    // fails takes it back, and with it the versions that were kept here.
    this.forget()
    this.isSeeded = await seedRules(sql, this.settings, now)
    return await selectRuleBook(sql)
  }

  /** What these tasks run under, asked for all of them at once. */
  async ofTasks(
    sql: Sql,
    tasks: Versions[]
  ): Promise<(task: Versions) => TaskRules> {
    await this.loadCalendars(
      sql,
      tasks.flatMap((task) => [task, ...task.runs])
    )
    await this.loadPlaybooks(sql, tasks)
    return (task) => ({
      type: this.typeOf(task.type),
      playbook: known(
        this.playbooks.get(playbookKey(task)),
        `Playbook ${playbookKey(task)}`
      ),
      calendar: this.calendarOf(task),
      calendarOf: (run) => this.calendarOf(run).calendar,
    })
  }

  /** Versions of calendars, compiled. */
  async calendarsOf(
    sql: Sql,
    references: CalendarReference[]
  ): Promise<CompiledCalendar[]> {
    await this.loadCalendars(sql, references)
    return references.map((reference) => this.calendarOf(reference))
  }

  /** A calendar's version, compiled; each is compiled once. */
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

  /** A second one, whose versions are those of rules that are not stored. */
  trial(): RuleVersions {
    return new RuleVersions(this.settings)
  }

  /** For a database that was put back to an earlier state under a running shop. */
  forget(): void {
    this.calendars.clear()
    this.playbooks.clear()
    this.isSeeded = false
  }

  /** One that is loaded. */
  private calendarOf(reference: CalendarReference): CompiledCalendar {
    const key = calendarKey(reference)
    return known(this.calendars.get(key), `Business calendar ${key}`)
  }

  private async loadCalendars(
    sql: Sql,
    tasks: CalendarReference[]
  ): Promise<void> {
    const missing = new Map(
      tasks
        .map((task) => [calendarKey(task), task] as const)
        .filter(([key]) => !this.calendars.has(key))
    )
    const loaded = await selectCalendarVersions(sql, [...missing.values()])
    for (const version of loaded) {
      this.compile(version)
    }
  }

  private async loadPlaybooks(
    sql: Sql,
    tasks: PlaybookReference[]
  ): Promise<void> {
    const missing = new Map(
      tasks
        .map((task) => [playbookKey(task), task] as const)
        .filter(([key]) => !this.playbooks.has(key))
    )
    const loaded = await selectPlaybookVersions(sql, [...missing.values()])
    for (const version of loaded) {
      keep(this.playbooks, `${version.id} ${version.version}`, version)
    }
  }
}

const calendarKey = (task: CalendarReference) =>
  `${task.calendar_id} ${task.calendar_version}`
const playbookKey = (task: PlaybookReference) =>
  `${task.playbook_id} ${task.playbook_version}`

function keep<Version>(
  versions: Map<string, Version>,
  key: string,
  version: Version
): void {
  const [oldest] = versions.keys()
  if (versions.size >= MOST_VERSIONS && oldest !== undefined) {
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
