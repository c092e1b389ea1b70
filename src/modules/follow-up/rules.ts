import { MedusaError } from "@medusajs/framework/utils"
import { type BusinessCalendar, compileCalendar } from "../../business-time"
import type { FollowUpSettings } from "./options"
import type { Playbook } from "./playbooks"
import {
  type CalendarVersion,
  currentCalendar,
  selectCalendars,
} from "./sql/calendars"
import type { Sql } from "./sql/sql"

export type CompiledCalendar = CalendarVersion & { calendar: BusinessCalendar }

/** The name of the calendar that `medusa-config.ts` sets. */
const DEFAULT_CALENDAR_NAME = "default"

/** More versions than any shop has in use at once. */
const MOST_CALENDARS = 200

/** The playbooks and calendars that tasks are opened and worked under. */
export class Rules {
  /** By the id of their version: a version never changes, so none is stale. */
  private readonly compiled = new Map<string, CompiledCalendar>()

  constructor(private readonly settings: FollowUpSettings) {}

  get default_country(): string | null {
    return this.settings.default_country
  }

  /** @throws MedusaError INVALID_DATA for a type that nobody has defined */
  playbookOf(type: string): Playbook {
    const playbook = this.settings.all_playbooks.get(type)
    if (!playbook) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `type was "${type}"; it may be one of ${[
          ...this.settings.all_playbooks.keys(),
        ].join(", ")}`
      )
    }
    return playbook
  }

  isSwitchedOn(type: string): boolean {
    return this.settings.playbooks.has(type)
  }

  /** The calendar that a task opened now runs under. */
  async currentCalendar(sql: Sql, now: Date): Promise<CompiledCalendar> {
    return this.compile(
      await currentCalendar(
        sql,
        DEFAULT_CALENDAR_NAME,
        this.settings.calendar,
        now
      )
    )
  }

  async calendars(
    sql: Sql,
    ids: Iterable<string>
  ): Promise<Map<string, CompiledCalendar>> {
    const wanted = [...new Set(ids)]
    const missing = wanted.filter((id) => !this.compiled.has(id))
    for (const version of await selectCalendars(sql, missing)) {
      this.compile(version)
    }
    return new Map(
      wanted.flatMap((id) => {
        const calendar = this.compiled.get(id)
        return calendar ? [[id, calendar]] : []
      })
    )
  }

  /** @throws Error where the version is not stored: the database is damaged */
  async calendar(sql: Sql, id: string): Promise<CompiledCalendar> {
    const calendar = (await this.calendars(sql, [id])).get(id)
    if (!calendar) {
      throw new Error(`Business calendar ${id} is not stored`)
    }
    return calendar
  }

  private compile(version: CalendarVersion): CompiledCalendar {
    const known = this.compiled.get(version.id)
    if (known) {
      return known
    }
    const [oldest] = this.compiled.keys()
    if (this.compiled.size >= MOST_CALENDARS && oldest !== undefined) {
      this.compiled.delete(oldest)
    }
    const entry = { ...version, calendar: compileCalendar(version.definition) }
    this.compiled.set(version.id, entry)
    return entry
  }
}
