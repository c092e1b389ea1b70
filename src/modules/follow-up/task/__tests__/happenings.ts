import fc from "fast-check"
import {
  type BusinessCalendar,
  compileCalendar,
} from "../../../../business-time"
import { everyDay } from "../clock/every-day"
import {
  DEADLINES,
  type EscalationAction,
  type EscalationStep,
  type PlaybookDefinition,
} from "../../rules/playbooks/playbook"
import { ATTEMPT_OUTCOMES } from "../../../../desk/attempts"
import { kyivShop } from "./task-fixture"
import { PETRO } from "./task-in-memory"

const nightShift = compileCalendar({
  time_zone: "America/New_York",
  weekly: {
    friday: [["22:00", "06:00"]],
    saturday: [["22:00", "06:00"]],
    sunday: [
      ["08:00", "08:10"],
      ["22:00", "06:00"],
    ],
  },
})

const withLunch: [string, string][] = [
  ["08:30", "13:00"],
  ["13:45", "17:30"],
]
const sofiaShop = compileCalendar({
  time_zone: "Europe/Sofia",
  weekly: { monday: withLunch, wednesday: withLunch, thursday: withLunch },
  exceptions: [{ date: "2026-10-28", windows: [], label: "Stocktaking" }],
})

const neverClosed = compileCalendar({
  time_zone: "UTC",
  weekly: everyDay(["00:00", "24:00"]),
})

/** Shops by what is odd about their hours. */
export const CALENDARS: Readonly<Record<string, BusinessCalendar>> = {
  "by day": kyivShop,
  "by night": nightShift,
  "with lunch breaks": sofiaShop,
  "never closed": neverClosed,
}

export const hours = fc.constantFrom(...Object.keys(CALENDARS))

const ACTIONS: EscalationAction[] = [
  { kind: "notify", audience: "assignee", email: false },
  { kind: "notify", audience: "everyone", email: true },
  { kind: "raise_priority", priority: "urgent" },
  { kind: "reassign", assignee_id: PETRO },
  { kind: "emit_event", event: "shop.late" },
]

const escalation: fc.Arbitrary<EscalationStep[]> = fc
  .array(
    fc.record({
      relative_to: fc.constantFrom(...DEADLINES),
      offset_minutes: fc.integer({ min: -90, max: 90 }),
      action: fc.constantFrom(...ACTIONS),
    }),
    { maxLength: 5 }
  )
  .map((steps) => steps.map((step, index) => ({ ...step, id: `s${index}` })))

/** What a playbook may say of time. */
export type Minutes = Pick<
  PlaybookDefinition,
  | "response_target_minutes"
  | "response_limit_minutes"
  | "resolution_limit_minutes"
  | "escalation"
>

export const minutes: fc.Arbitrary<Minutes> = fc
  .record({
    target: fc.integer({ min: 1, max: 120 }),
    more: fc.integer({ min: 0, max: 600 }),
    resolution: fc.option(fc.integer({ min: 1, max: 3000 })),
    escalation,
  })
  .map(({ target, more, resolution, escalation }) => ({
    response_target_minutes: target,
    response_limit_minutes: target + more,
    resolution_limit_minutes: resolution,
    escalation,
  }))

const ms = fc.oneof(
  fc.integer({ min: 0, max: 59_999 }),
  fc.integer({ min: 0, max: 3_600_000 }),
  fc.integer({ min: 0, max: 3 * 86_400_000 })
)

/** What may happen to a task. */
export type Happening =
  | { what: "wait" | "call_back"; for_ms: number }
  | { what: "attempt"; outcome: (typeof ATTEMPT_OUTCOMES)[number] }
  | { what: "rules"; hours: string; minutes: Minutes }
  | {
      what:
        | "resume"
        | "tick"
        | "complete"
        | "cancel"
        | "reopen"
        | "claim"
        | "note"
        | "give_up_calling"
        | "withdraw"
    }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom("wait", "call_back"),
      for_ms: ms.map((wait) => wait + 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("attempt"),
      outcome: fc.constantFrom(
        ...ATTEMPT_OUTCOMES.filter((outcome) => outcome !== "call_back_later")
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("rules"),
      hours,
      minutes,
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      what: fc.constantFrom(
        "resume",
        "tick",
        "complete",
        "cancel",
        "reopen",
        "claim",
        "note",
        "give_up_calling",
        "withdraw"
      ),
    }),
  }
)

export type Step = { after_ms: number; happening: Happening }

/** The weeks hold the nights in which Europe's and New York's clocks go back. */
export const opened_at = fc.date({
  min: new Date("2026-10-23T00:00:00Z"),
  max: new Date("2026-11-06T00:00:00Z"),
  noInvalidDate: true,
})

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ after_ms: ms, happening }),
  { maxLength: 14 }
)
