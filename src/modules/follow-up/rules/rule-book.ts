import { MedusaError } from "@medusajs/framework/utils"
import type { CalendarScope } from "../vocabulary"
import { CALENDAR_SCOPES } from "../vocabulary"
import type { Calendar, CalendarBinding } from "./calendar"
import type { Playbook } from "./playbook"

/** Everything that the shop has set, as it is now: what new tasks run under. */
export type RuleBook = {
  /** In the order in which they are asked, type by type. */
  playbooks: readonly Playbook[]
  calendars: readonly Calendar[]
  bindings: readonly CalendarBinding[]
}

/** What decides which calendar applies, as the order and the task say it. */
export type CalendarQuestion = {
  type: string
  sales_channel_id: string | null
  stock_location_id: string | null
  region_id: string | null
}

/** Which calendar applies, and why. */
export type ApplyingCalendar = {
  calendar: Calendar
  because: "playbook" | CalendarScope | "default"
}

/**
 * The calendar for a task: the playbook's own, else the first that is bound to
 * its sales channel, stock location, region or type, else the default one.
 *
 * @throws MedusaError UNEXPECTED_STATE where there is no default calendar
 */
export function applyingCalendar(
  question: CalendarQuestion,
  playbook: Pick<Playbook, "definition"> | null,
  { calendars, bindings }: Pick<RuleBook, "calendars" | "bindings">
): ApplyingCalendar {
  const byId = (id: string | null | undefined) =>
    calendars.find((calendar) => calendar.id === id)
  const own = byId(playbook?.definition.calendar_id)
  if (own) {
    return { calendar: own, because: "playbook" }
  }
  for (const scope of CALENDAR_SCOPES) {
    const reference_id = referenceOf(scope, question)
    const binding = bindings.find(
      (binding) =>
        binding.scope === scope && binding.reference_id === reference_id
    )
    const bound = byId(binding?.calendar_id)
    if (bound) {
      return { calendar: bound, because: scope }
    }
  }
  const standard = calendars.find(({ is_default }) => is_default)
  if (!standard) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The shop has no default business calendar"
    )
  }
  return { calendar: standard, because: "default" }
}

function referenceOf(
  scope: CalendarScope,
  question: CalendarQuestion
): string | null {
  switch (scope) {
    case "sales_channel":
      return question.sales_channel_id
    case "stock_location":
      return question.stock_location_id
    case "region":
      return question.region_id
    case "task_type":
      return question.type
  }
}
