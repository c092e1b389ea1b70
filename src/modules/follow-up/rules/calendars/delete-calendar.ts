import { MedusaError } from "@medusajs/framework/utils"
import type { Calendar } from "./calendar"
import { findCalendar, type RuleBook } from "../rule-book"
import type { CalendarChange } from "../rule-change"

type Delete = Extract<CalendarChange, { kind: "delete_calendar" }>

/**
 * The rules without a calendar. Playbooks and bindings of it move to the one
 * that `replace_with` names.
 *
 * @throws MedusaError NOT_FOUND for an unknown calendar, NOT_ALLOWED for the
 * default one and for one that is in use without a replacement, INVALID_DATA
 * for a replacement that cannot be one
 */
export function withoutCalendar(
  book: RuleBook,
  { id, replace_with }: Delete
): RuleBook {
  const calendar = findCalendar(id, book)
  if (calendar.is_default) {
    throw refusal(
      `Business calendar "${calendar.name}" is the default one, and a shop has always one: make another calendar the default first`
    )
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

/** @throws MedusaError where there has to be one, and where it cannot be that one */
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
      throw refusal(
        `Business calendar "${name}" is in use: by ${dependents(used.length, bound.length)}. Name in replace_with the calendar that takes over`
      )
    }
    return null
  }
  if (replace_with === id) {
    throw invalid(
      "replace_with was the calendar that is to be deleted; it may be any other"
    )
  }
  const replacement = calendars.find((other) => other.id === replace_with)
  if (!replacement) {
    throw invalid(
      `replace_with was "${replace_with}"; it may be the id of another business calendar, and there is none with this one`
    )
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

function refusal(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
