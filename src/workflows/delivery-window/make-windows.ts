import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type CalendarDefinition, compileCalendar } from "../../business-time"
import { aheadOf, clockOf } from "../../clock"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type Exception,
  type Making,
  type PlannedWindow,
  planWindows,
  type Template,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { Refusal } from "../../refusals"

/** Local dates such as `2026-11-27`, both included. */
export type DateRange = { from: string; to: string }

/** Windows further ahead are not made, as nobody books them. */
const MOST_DAYS = 400

/** How often the rules may change while windows are planned. */
const TRIES = 3

/**
 * Makes the windows of these dates that are not there yet. If a template, an
 * exception or the desk's calendar has changed, all windows that have not begun
 * are made to fit; what is booked stays. Costs one query if nothing is to do.
 * None is made of dates that are past, or more than 400 days ahead.
 *
 * @returns the bookings that are over the capacity since then, the last booked
 * first, each with the flag `over_capacity`
 */
export async function makeWindows(
  container: MedusaContainer,
  range: DateRange
): Promise<{ over: Booking[] }> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const ahead_ms = aheadOf(clockOf(container))
  for (let tried = 0; tried < TRIES; tried++) {
    const making = await windows.readMaking(ahead_ms)
    const all = datesOf(making)
    if (range.to < all.from || range.from > all.to) {
      return { over: [] }
    }
    const calendar = await defaultCalendar(container)
    const made_by = `${making.version} ${calendar.id} ${calendar.version}`
    const is_same = making.made_by === made_by
    const asked = {
      from: is_same ? range.from : all.from,
      to: later(range.to, is_same ? null : making.made_to),
    }
    const { from, to } = within(asked, all)
    if (
      is_same &&
      making.made_from !== null &&
      making.made_to !== null &&
      making.made_from <= from &&
      making.made_to >= to
    ) {
      return { over: [] }
    }
    const rows = await planned({ from, to }, calendar, container)
    const over = await windows.writePlan(
      { rows, from, to, version: making.version, made_by },
      ahead_ms,
      clockOf(container).now()
    )
    if (over !== null) {
      return { over }
    }
  }
  throw new Refusal("desk_busy", {})
}

/** What windows are made from, besides the desk's calendar. */
export type WindowRules = { templates: Template[]; exceptions: Exception[] }

/**
 * What making the windows of these dates from other rules would lead to, as
 * things stand; nothing is written, and nobody has to wait for it.
 *
 * @param range - null: all that are made, as where a template is changed
 * @param changed - the rules as they would be
 * @returns the bookings that would be over the capacity, the last booked first
 */
export async function tryWindows(
  container: MedusaContainer,
  range: DateRange | null,
  changed: (rules: WindowRules) => WindowRules
): Promise<Pick<Booking, "id" | "order_id">[]> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const ahead_ms = aheadOf(clockOf(container))
  const making = await windows.readMaking(ahead_ms)
  const all = datesOf(making)
  const made = making.made_to && { from: all.from, to: making.made_to }
  const asked = range ?? made
  if (!asked || asked.to < all.from || asked.from > all.to) {
    return []
  }
  const { from, to } = within(asked, all)
  const calendar = await defaultCalendar(container)
  const rows = await planned({ from, to }, calendar, container, changed)
  return await windows.tryPlan({ rows, from, to }, ahead_ms)
}

/** The dates that windows may be of. */
const datesOf = ({ today }: Pick<Making, "today">): DateRange => ({
  // West of Greenwich it is still yesterday.
  from: daysAfter(today, -1),
  to: daysAfter(today, MOST_DAYS),
})

const within = (range: DateRange, all: DateRange): DateRange => ({
  from: later(range.from, all.from),
  to: earlier(range.to, all.to),
})

/** The windows of these dates, as the rules say. */
async function planned(
  { from, to }: DateRange,
  calendar: CalendarVersion,
  container: MedusaContainer,
  changed: (rules: WindowRules) => WindowRules = (rules) => rules
): Promise<PlannedWindow[]> {
  const windows = container.resolve(DELIVERY_WINDOW_MODULE)
  const { templates, exceptions } = changed({
    templates: await windows.listTemplates(),
    exceptions: await windows.listExceptions({ from, to }),
  })
  const definition = await definitionOf(calendar, container)
  return planWindows(
    templates,
    exceptions,
    from,
    to,
    compileCalendar(definition)
  )
}

type CalendarVersion = { id: string; version: number }

/** The desk's calendar, in which cut-offs are counted. */
async function defaultCalendar(
  container: MedusaContainer
): Promise<CalendarVersion> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const [found] = await followUp.listFollowUpBusinessCalendars(
    { is_default: true },
    { select: ["id", "version"] }
  )
  if (found) {
    return found
  }
  // A new shop, whose rules are written when they are first read.
  const { calendars } = await followUp.readRuleBook(clockOf(container).now())
  return required(calendars.find(({ is_default }) => is_default))
}

async function definitionOf(
  { id, version }: CalendarVersion,
  container: MedusaContainer
): Promise<CalendarDefinition> {
  const { calendars } = await container
    .resolve(FOLLOW_UP_MODULE)
    .readRuleBook(clockOf(container).now())
  // Changed meanwhile, the next call makes the windows fit.
  return required(
    calendars.find((one) => one.id === id && one.version === version) ??
      calendars.find(({ is_default }) => is_default)
  ).definition
}

function required<T>(calendar: T | undefined): T {
  if (calendar === undefined) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The shop has no default calendar"
    )
  }
  return calendar
}

const earlier = (date: string, other: string) => (other < date ? other : date)
const later = (date: string, other: string | null) =>
  other !== null && other > date ? other : date

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
}
