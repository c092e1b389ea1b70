import { Refusal } from "../../../../refusals"
import type { Calendar } from "./calendar"
import { findCalendar, type RuleBook } from "../rule-book"
import type { CalendarChange } from "../rule-change"

type Delete = Extract<CalendarChange, { kind: "delete_calendar" }>

/**
 * The rules without a calendar. Its playbooks and bindings move to the one that
 * `replace_with` names.
 *
 * @throws Refusal for an unknown calendar, for the default one, for one in use
 * without a replacement, and for an invalid replacement
 */
export function withoutCalendar(
  book: RuleBook,
  { id, replace_with }: Delete
): RuleBook {
  const calendar = findCalendar(id, book)
  if (calendar.is_default) {
    throw new Refusal("calendar_is_default", { name: calendar.name })
  }
  const replacement = replacementOf(calendar, replace_with, book)
  return {
    calendars: book.calendars.filter((other) => other.id !== id),
    bindings: book.bindings.map((binding) =>
      binding.calendar_id === id && replacement
        ? { ...binding, calendar_id: replacement.id }
        : binding
    ),
    playbooks: book.playbooks.map((playbook) =>
      playbook.definition.calendar_id === id && replacement
        ? {
            ...playbook,
            version: playbook.version + 1,
            definition: {
              ...playbook.definition,
              calendar_id: replacement.id,
            },
          }
        : playbook
    ),
  }
}

/** @throws Refusal if a required replacement is missing, or it is invalid */
function replacementOf(
  { id, name }: Calendar,
  replace_with: string | null,
  { calendars, bindings, playbooks }: RuleBook
): Calendar | null {
  if (replace_with === null) {
    const bound = bindings.filter(({ calendar_id }) => calendar_id === id)
    const used = playbooks.filter(
      ({ definition }) => definition.calendar_id === id
    )
    if (bound.length > 0 || used.length > 0) {
      throw new Refusal("calendar_in_use", {
        name,
        users: dependents(used.length, bound.length),
        playbooks: used.length,
        bindings: bound.length,
      })
    }
    return null
  }
  if (replace_with === id) {
    throw new Refusal("replaced_by_itself", {}, ["replace_with"])
  }
  const replacement = calendars.find((other) => other.id === replace_with)
  if (!replacement) {
    throw new Refusal("unknown_replacement", { was: replace_with }, [
      "replace_with",
    ])
  }
  return replacement
}

function dependents(playbooks: number, bindings: number): string {
  return [counted(playbooks, "playbook"), counted(bindings, "binding")]
    .filter((text) => text !== null)
    .join(" and ")
}

function counted(count: number, noun: string): string | null {
  return count === 0 ? null : `${count} ${noun}${count === 1 ? "" : "s"}`
}
