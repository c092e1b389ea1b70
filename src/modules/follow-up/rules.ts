import { MedusaError } from "@medusajs/framework/utils"
import { type BusinessCalendar, compileCalendar } from "../../business-time"
import { type FollowUpSettings, playbookOf, playbookToOpen } from "./options"
import type { Playbook } from "./playbooks"
import {
  type CalendarVersion,
  currentCalendar,
  selectCalendars,
} from "./sql/calendars"
import type { Sql } from "./sql/sql"
import type { Task } from "./task"

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
  playbookToOpen(type: string): Playbook {
    return playbookToOpen(type, this.settings)
  }

  playbookOf(type: string): Playbook {
    return playbookOf(type, this.settings)
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

  /** Calendar versions by id. */
  async calendars(
    sql: Sql,
    ids: Iterable<string>
  ): Promise<Map<string, CompiledCalendar>> {
    const wanted = [...new Set(ids)]
    const unknown = wanted.filter((id) => !this.compiled.has(id))
    const loaded = (await selectCalendars(sql, unknown)).map((version) =>
      this.compile(version)
    )
    const byId = new Map([
      ...this.compiled,
      ...loaded.map((calendar) => [calendar.id, calendar] as const),
    ])
    return new Map(
      wanted.flatMap((id) => {
        const calendar = byId.get(id)
        return calendar ? [[id, calendar]] : []
      })
    )
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

/**
 * The calendar that a task runs under.
 *
 * @throws MedusaError UNEXPECTED_STATE where it is not among these
 */
export function calendarOf(
  { calendar_id }: Pick<Task, "calendar_id">,
  calendars: ReadonlyMap<string, CompiledCalendar>
): CompiledCalendar {
  const calendar = calendars.get(calendar_id)
  if (!calendar) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Business calendar ${calendar_id} is not stored`
    )
  }
  return calendar
}
