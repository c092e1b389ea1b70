import { generateEntityId } from "@medusajs/framework/utils"
import { Refusal } from "../../../../refusals"
import type { Calendar, CalendarBinding } from "./calendar"
import { withoutCalendar } from "./delete-calendar"
import { isSameCalendar, parseCalendar } from "./parse-calendar"
import { findCalendar, type RuleBook } from "../rule-book"
import type { CalendarChange } from "../rule-change"
import { ruleName } from "../rule-name"
import { isSameDefinition } from "../same-definition"

type Create = Extract<CalendarChange, { kind: "create_calendar" }>
type Update = Extract<CalendarChange, { kind: "update_calendar" }>

/**
 * Returns the rules after a change of the shop's calendars; the given ones are
 * not modified. Changed bindings make a new version, too, so that of two people
 * who change them at once the second is told. The caller must check whether
 * tasks still run under a deleted calendar: the rules do not know.
 *
 * @throws Refusal for an unknown calendar, for an invalid value, and if the
 * current rules do not allow the change
 */
export function changeCalendars(
  book: RuleBook,
  change: CalendarChange
): RuleBook {
  return withVersions(book, changed(book, change))
}

function changed(book: RuleBook, change: CalendarChange): RuleBook {
  switch (change.kind) {
    case "create_calendar":
      return withNew(book, change)
    case "update_calendar":
      return withUpdated(book, change)
    case "delete_calendar":
      return withoutCalendar(book, change)
  }
}

/**
 * Increments the version of each calendar of which only the bindings changed.
 */
function withVersions(before: RuleBook, after: RuleBook): RuleBook {
  if (after.bindings === before.bindings) {
    return after
  }
  const calendars = after.calendars.map((calendar) => {
    const was = before.calendars.find(({ id }) => id === calendar.id)
    const isRaised =
      was?.version === calendar.version &&
      !isSameDefinition(
        targetsOf(calendar.id, before),
        targetsOf(calendar.id, after)
      )
    return isRaised ? { ...calendar, version: calendar.version + 1 } : calendar
  })
  return { ...after, calendars }
}

/** Sorted, as bindings are a set. */
function targetsOf(
  id: string,
  { bindings }: Pick<RuleBook, "bindings">
): string[] {
  return bindings
    .filter(({ calendar_id }) => calendar_id === id)
    .map(({ scope, reference_id }) => `${scope} ${reference_id}`)
    .sort()
}

function withNew(book: RuleBook, { id, name, definition }: Create): RuleBook {
  if (book.calendars.some((calendar) => calendar.id === id)) {
    throw new Refusal("calendar_exists", { id })
  }
  const calendar: Calendar = {
    id,
    version: 1,
    name: calendarName(name, book.calendars),
    definition: parseCalendar(definition),
    is_default: book.calendars.length === 0,
    is_edited: true,
  }
  return { ...book, calendars: [...book.calendars, calendar] }
}

function withUpdated(book: RuleBook, change: Update): RuleBook {
  const before = findCalendar(change.id, book)
  if (change.version !== undefined && change.version !== before.version) {
    throw new Refusal(
      "calendar_changed",
      { name: before.name, version: before.version, edited: change.version },
      ["version"]
    )
  }
  const after = updated(before, change, book.calendars)
  const is_default = change.is_default ?? before.is_default
  return {
    ...book,
    calendars: book.calendars.map((calendar) =>
      calendar.id === after.id
        ? { ...after, is_default }
        : change.is_default
          ? { ...calendar, is_default: false }
          : calendar
    ),
    bindings: change.bindings
      ? rebound(book.bindings, after.id, change.bindings)
      : book.bindings,
  }
}

function updated(
  before: Calendar,
  { name, definition }: Update,
  calendars: readonly Calendar[]
): Calendar {
  const others = calendars.filter(({ id }) => id !== before.id)
  const named =
    name === undefined
      ? before
      : { ...before, name: calendarName(name, others) }
  const parsed =
    definition === undefined ? before.definition : parseCalendar(definition)
  return isSameCalendar(parsed, before.definition)
    ? named
    : {
        ...named,
        definition: parsed,
        version: before.version + 1,
        is_edited: true,
      }
}

/** Replaces a calendar's bindings and removes them from other calendars. */
function rebound(
  bindings: readonly CalendarBinding[],
  calendar_id: string,
  wanted: NonNullable<Update["bindings"]>
): CalendarBinding[] {
  refuseRepeated(wanted)
  const others = bindings.filter(
    (binding) =>
      binding.calendar_id !== calendar_id &&
      !wanted.some((target) => isOf(target, binding))
  )
  const own = wanted.map((target) => {
    const known = bindings.find((binding) => isOf(target, binding))
    return known
      ? { ...known, calendar_id }
      : {
          id: generateEntityId(undefined, "fucalb"),
          calendar_id,
          scope: target.scope,
          reference_id: target.reference_id,
        }
  })
  return [...others, ...own]
}

function refuseRepeated(wanted: NonNullable<Update["bindings"]>): void {
  wanted.forEach((target, index) => {
    const first = wanted.findIndex((other) => isOf(other, target))
    if (first < index) {
      const { scope, reference_id } = target
      throw new Refusal(
        "binding_repeated",
        { scope, reference_id, first: `bindings[${first}]` },
        ["bindings", index]
      )
    }
  })
}

function calendarName(name: string, others: readonly Calendar[]): string {
  const taken = others.map((calendar) => calendar.name)
  return ruleName(name, taken, "business calendar")
}

type BindingTarget = Pick<CalendarBinding, "scope" | "reference_id">

function isOf(target: BindingTarget, other: BindingTarget): boolean {
  return (
    target.scope === other.scope && target.reference_id === other.reference_id
  )
}
