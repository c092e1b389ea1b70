import {
  type BusinessCalendar,
  compileCalendar,
} from "../../../../business-time"
import { startClock } from "../clock/task-clock"
import { DEFAULT_PLAYBOOKS } from "../../__tests__/plugin-desk"
import {
  PLAIN_PLAYBOOK,
  type PlaybookDefinition,
} from "../../../../desk/playbook"
import type { PlaybookVersion } from "../../rules/playbooks/playbook"
import type { Task } from "../task"

const workday: [string, string][] = [["09:00", "18:00"]]

/** Europe/Kyiv, Mon-Fri 09:00-18:00, Sat 10:00-15:00. */
export const kyivShop = compileCalendar({
  time_zone: "Europe/Kyiv",
  weekly: {
    monday: workday,
    tuesday: workday,
    wednesday: workday,
    thursday: workday,
    friday: workday,
    saturday: [["10:00", "15:00"]],
  },
  exceptions: [],
})

/** Times of one ordinary week in Kyiv, as `monday("09:05")`. */
export const monday = timeOn("2026-11-23")
export const tuesday = timeOn("2026-11-24")
export const wednesday = timeOn("2026-11-25")
export const friday = timeOn("2026-11-27")
export const saturday = timeOn("2026-11-28")
export const sunday = timeOn("2026-11-29")
export const nextMonday = timeOn("2026-11-30")

function timeOn(date: string): (time: string) => Date {
  return (time) => new Date(`${date}T${time}+02:00`)
}

/** The first moment after one that is not over yet at that moment. */
export function justAfter(moment: Date): Date {
  return new Date(moment.getTime() + 1)
}

export function justBefore(moment: Date): Date {
  return new Date(moment.getTime() - 1)
}

/** The zone of the shop in Kyiv. */
export const KYIV = "Europe/Kyiv"

/** A type's playbook as it comes, with what a test changes. */
export function playbook(
  type: string,
  definition: Partial<PlaybookDefinition> = {}
): PlaybookVersion {
  return {
    id: `fuplay_${type}`,
    version: 1,
    type,
    name: "Standard",
    definition: {
      ...(DEFAULT_PLAYBOOKS[type] ?? PLAIN_PLAYBOOK),
      ...definition,
    },
  }
}

/** Olena's order 1042, placed on Monday at 09:00: target 09:20, limit 10:00. */
export function aTask(facts: Partial<Task> = {}): Task {
  return {
    id: "futask_1",
    person_id: "fuperson_1",
    type: "confirm_order",
    status: "open",
    dedupe_key: "confirm_order:order_1",
    data: {},
    order_id: "order_1",
    order_display_id: 1042,
    currency_code: "uah",
    order_total: 2398,
    customer_comment: null,
    customer_id: "cus_1",
    customer_name: "Олена Коваленко",
    email: "olena@mail.example",
    phone: "067 123 45 67",
    phone_e164: "+380671234567",
    country_code: "ua",
    sales_channel_id: null,
    stock_location_id: null,
    region_id: null,
    locale: null,
    assignee_id: null,
    calling_by: null,
    calling_since: null,
    priority: 1,
    playbook_id: "fuplay_confirm_order",
    playbook_version: 1,
    calendar_id: "fucal_1",
    calendar_version: 1,
    opened_at: monday("09:00"),
    response_target_at: monday("09:20"),
    response_limit_at: monday("10:00"),
    resolution_limit_at: null,
    basis: {},
    runs: [],
    running_since: facts.opened_at ?? monday("09:00"),
    responded_at: null,
    first_contact_at: null,
    due_at: monday("09:20"),
    waiting_since: null,
    waiting_until: null,
    waiting_reason: null,
    attempt_count: 0,
    ladder: {},
    wrong_phones: [],
    fallback: null,
    outcome: null,
    completed_at: null,
    canceled_at: null,
    cancel_reason: null,
    created_at: monday("09:00"),
    updated_at: monday("09:00"),
    ...facts,
  }
}

/** A calendar as the first version of the one that tasks run under. */
export function versionOf(calendar: BusinessCalendar) {
  return { id: "fucal_1", version: 1, calendar }
}

/** A task opened at a moment, its deadlines counted in the shop's hours. */
export function aTaskOpenedAt(
  opened_at: Date,
  facts: Partial<Task> = {},
  calendar = kyivShop
): Task {
  const clock = startClock(
    opened_at,
    playbook(facts.type ?? "confirm_order").definition,
    versionOf(calendar)
  )
  return aTask({
    opened_at,
    ...clock,
    due_at: clock.response_target_at,
    created_at: opened_at,
    updated_at: opened_at,
    ...facts,
  })
}
