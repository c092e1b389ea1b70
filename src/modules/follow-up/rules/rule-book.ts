import { MedusaError } from "@medusajs/framework/utils"
import { Refusal } from "../../../refusals"
import {
  type Calendar,
  CALENDAR_SCOPES,
  type CalendarBinding,
  type CalendarScope,
} from "./calendars/calendar"
import type { Playbook } from "./playbooks/playbook"

/** All calendars and playbooks of the shop at present. */
export type RuleBook = {
  /** In the order in which they are tried, type by type. */
  playbooks: readonly Playbook[]
  calendars: readonly Calendar[]
  bindings: readonly CalendarBinding[]
}

/** The facts of the order and the task that decide which calendar applies. */
export type CalendarQuestion = {
  type: string
  sales_channel_id: string | null
  stock_location_id: string | null
  region_id: string | null
}

type CalendarRule = "playbook" | CalendarScope | "default"

/**
 * A rule by which a calendar is looked for, and the record that it is about.
 */
export type AskedRule = {
  rule: CalendarRule
  /** The playbook, channel, location, region or type; null if there is none. */
  reference_id: string | null
  fits: boolean
}

/** The calendar that applies, and why. */
type ApplyingCalendar = {
  calendar: Calendar
  because: CalendarRule
  /** The rules in the order in which they were tried; the last one matched. */
  asked: AskedRule[]
}

/**
 * The calendar for a task: the playbook's own, else the first that is bound to
 * its sales channel, stock location, region or type, else the default one.
 *
 * @throws MedusaError UNEXPECTED_STATE if there is no default calendar
 */
export function applyingCalendar(
  question: CalendarQuestion,
  playbook: Pick<Playbook, "id" | "definition"> | null,
  { calendars, bindings }: Pick<RuleBook, "calendars" | "bindings">
): ApplyingCalendar {
  const asked: AskedRule[] = []
  for (const { rule, reference_id, calendar_id } of rulesToAsk(
    question,
    playbook,
    { calendars, bindings }
  )) {
    const calendar = calendars.find(({ id }) => id === calendar_id)
    asked.push({ rule, reference_id, fits: calendar !== undefined })
    if (calendar) {
      return { calendar, because: rule, asked }
    }
  }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    "The shop has no default business calendar"
  )
}

/** @throws Refusal for an unknown id */
export function findCalendar(
  id: string,
  { calendars }: Pick<RuleBook, "calendars">
): Calendar {
  const calendar = calendars.find((calendar) => calendar.id === id)
  if (!calendar) {
    throw new Refusal("calendar_not_found", { id })
  }
  return calendar
}

/** The rules with their calendars, in the order in which they are tried. */
function rulesToAsk(
  question: CalendarQuestion,
  playbook: Pick<Playbook, "id" | "definition"> | null,
  { calendars, bindings }: Pick<RuleBook, "calendars" | "bindings">
): (Pick<AskedRule, "rule" | "reference_id"> & {
  calendar_id: string | null | undefined
})[] {
  return [
    {
      rule: "playbook",
      reference_id: playbook?.id ?? null,
      calendar_id: playbook?.definition.calendar_id,
    },
    ...CALENDAR_SCOPES.map((scope) => {
      const reference_id = referenceOf(scope, question)
      const binding = bindings.find(
        (binding) =>
          binding.scope === scope && binding.reference_id === reference_id
      )
      return { rule: scope, reference_id, calendar_id: binding?.calendar_id }
    }),
    {
      rule: "default",
      reference_id: null,
      calendar_id: calendars.find(({ is_default }) => is_default)?.id,
    },
  ]
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
