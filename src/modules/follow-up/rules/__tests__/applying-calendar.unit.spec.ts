import { CALENDAR_SCOPES } from "../calendars/calendar"
import {
  applyingCalendar,
  type CalendarQuestion,
  findCalendar,
} from "../rule-book"
import { aBinding, aCalendar, aPlaybook } from "./rule-book-fixture"

const question: CalendarQuestion = {
  type: "confirm_order",
  sales_channel_id: "sc_taxi",
  stock_location_id: "sloc_sofia",
  region_id: "reg_bg",
}

const references = {
  sales_channel: "sc_taxi",
  stock_location: "sloc_sofia",
  region: "reg_bg",
  task_type: "confirm_order",
} as const

const standard = aCalendar()
const ofPlaybook = aCalendar({ id: "of_playbook", is_default: false })
const bound = CALENDAR_SCOPES.map((scope) =>
  aCalendar({ id: `of_${scope}`, is_default: false })
)
const calendars = [standard, ofPlaybook, ...bound]
const bindings = CALENDAR_SCOPES.map((scope) =>
  aBinding(`of_${scope}`, scope, references[scope])
)

describe("which calendar applies", () => {
  it("the playbook's own, before any that is bound", () => {
    const playbook = aPlaybook("night_orders", "of_playbook")
    expect(
      applyingCalendar(question, playbook, { calendars, bindings })
    ).toEqual({
      calendar: ofPlaybook,
      because: "playbook",
      asked: [{ rule: "playbook", reference_id: "night_orders", fits: true }],
    })
  })

  it.each(CALENDAR_SCOPES.map((scope, index) => [scope, index] as const))(
    "then that of the %s, where nothing narrower is bound",
    (scope, index) => {
      const { calendar, because, asked } = applyingCalendar(question, null, {
        calendars,
        bindings: bindings.slice(index),
      })
      expect([calendar.id, because]).toEqual([`of_${scope}`, scope])
      expect(asked).toEqual([
        { rule: "playbook", reference_id: null, fits: false },
        ...CALENDAR_SCOPES.slice(0, index + 1).map((rule) => ({
          rule,
          reference_id: references[rule],
          fits: rule === scope,
        })),
      ])
    }
  )

  it("the default one, where no other does", () => {
    const nowhere: CalendarQuestion = {
      type: "complete_contact",
      sales_channel_id: "sc_web",
      stock_location_id: null,
      region_id: null,
    }
    expect(
      applyingCalendar(nowhere, aPlaybook("plain"), { calendars, bindings })
    ).toEqual({
      calendar: standard,
      because: "default",
      asked: [
        { rule: "playbook", reference_id: "plain", fits: false },
        { rule: "sales_channel", reference_id: "sc_web", fits: false },
        { rule: "stock_location", reference_id: null, fits: false },
        { rule: "region", reference_id: null, fits: false },
        { rule: "task_type", reference_id: "complete_contact", fits: false },
        { rule: "default", reference_id: null, fits: true },
      ],
    })
  })

  it("not one whose binding names the same id in another scope", () => {
    expect(
      applyingCalendar(question, null, {
        calendars,
        bindings: [aBinding("of_region", "region", "sc_taxi")],
      }).because
    ).toBe("default")
  })

  it("not one that is gone, though something still names it", () => {
    const { calendar, asked } = applyingCalendar(
      question,
      aPlaybook("night_orders", "gone"),
      {
        calendars: [standard],
        bindings: [aBinding("gone", "region", "reg_bg")],
      }
    )
    expect(calendar).toBe(standard)
    expect(asked.filter(({ fits }) => fits)).toHaveLength(1)
  })

  it("is an error in a shop without a default one", () => {
    expect(() =>
      applyingCalendar(question, null, { calendars: bound, bindings: [] })
    ).toThrow("The shop has no default business calendar")
  })
})

it("says which calendar there is not", () => {
  expect(findCalendar("day", { calendars })).toBe(standard)
  expect(() => findCalendar("week", { calendars })).toThrow(
    "Business calendar with id: week was not found"
  )
})
