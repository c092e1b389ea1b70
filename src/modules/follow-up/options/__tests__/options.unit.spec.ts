import { MedusaError } from "@medusajs/framework/utils"
import { DEFAULT_CALENDAR, readOptions } from "../options"
import { taskTypeOf } from "../../rules/settings"

/** The message with which options are refused, without what all have in common. */
function faultOf(options: unknown): string {
  try {
    readOptions(options)
  } catch (error) {
    expect(error).toBeInstanceOf(MedusaError)
    expect(error).toHaveProperty("type", MedusaError.Types.INVALID_DATA)
    const { message } = error instanceof Error ? error : { message: "" }
    expect(message).toMatch(/^medusa-plugin-follow-ups options: /)
    return message.replace(/^medusa-plugin-follow-ups options: /, "")
  }
  throw new Error(`${JSON.stringify(options)} was not refused`)
}

/** How the playbook of a type comes under these options. */
function playbookOf(type: string, options: unknown) {
  return readOptions(options).playbooks.get(type)
}

const target = (response_target_minutes: unknown) => ({
  targets: { confirm_order: { response_target_minutes } },
})

describe("without options", () => {
  it.each([undefined, null, {}])("%j has every default", (options) => {
    const settings = readOptions(options)
    expect(settings.calendar).toEqual(DEFAULT_CALENDAR)
    expect(settings.default_country).toBeNull()
    expect(settings.language).toBe("en")
    expect(settings.gather_notices_seconds).toBe(60)
    expect(settings.absence_hours).toBe(24)
    expect(settings.offers).toEqual({
      minutes: 20,
      base_url: null,
      secret: null,
      preference_key: "if_out_of_stock",
    })
    expect([...settings.playbooks.keys()]).toEqual([
      "confirm_order",
      "complete_contact",
      "resolve_shortage",
      "refund_due",
      "payment_due",
      "arrange_delivery",
      "delivery_late",
    ])
    expect(settings.playbooks.get("confirm_order")).toMatchObject({
      enabled: true,
      definition: { response_target_minutes: 20, response_limit_minutes: 60 },
    })
  })
})

describe("options", () => {
  it("replace what they name and nothing else", () => {
    const settings = readOptions({
      calendar: { time_zone: "Europe/Kyiv" },
      targets: { confirm_order: { response_target_minutes: 10 } },
      default_country: "UA",
      language: "uk",
    })
    expect(settings.calendar).toEqual({
      ...DEFAULT_CALENDAR,
      time_zone: "Europe/Kyiv",
    })
    expect(settings.playbooks.get("confirm_order")?.definition).toEqual({
      ...playbookOf("confirm_order", {})?.definition,
      response_target_minutes: 10,
    })
    expect(settings.default_country).toBe("ua")
    expect(settings.language).toBe("uk")
  })

  it("leave limits as they are that are named without a value", () => {
    const { limits } = readOptions({
      limits: { lock_timeout_ms: undefined, connections: 2 },
    })
    expect(limits).toEqual({ ...readOptions({}).limits, connections: 2 })
  })

  it("can switch a type off, whose existing tasks keep their rules", () => {
    const options = { disabled_types: ["complete_contact"] }
    expect(playbookOf("complete_contact", options)).toEqual({
      enabled: false,
      definition: playbookOf("complete_contact", {})?.definition,
    })
    expect(playbookOf("confirm_order", options)?.enabled).toBe(true)
    expect(
      taskTypeOf("complete_contact", readOptions(options)).outcomes.map(
        ({ outcome }) => outcome
      )
    ).toContain("number_received")
  })

  it("may set a limit that is the target", () => {
    const options = {
      targets: { confirm_order: { response_limit_minutes: 20 } },
    }
    expect(playbookOf("confirm_order", options)?.definition).toMatchObject({
      response_target_minutes: 20,
      response_limit_minutes: 20,
    })
  })

  it("may come with what Medusa adds by itself", () => {
    expect(() => readOptions({ database: { clientUrl: "…" } })).not.toThrow()
  })

  it("leave a task of a type that is no more what it takes to be canceled", () => {
    expect(taskTypeOf("gift_wrap", readOptions({}))).toMatchObject({
      type: "gift_wrap",
      outcomes: [],
    })
  })
})

describe("an option that is wrong is named, with what it was and may be", () => {
  it.each<[unknown, string]>([
    [
      "ua",
      '(all) was "ua"; it must be an object such as { default_country: "ua" }',
    ],
    [
      [],
      '(all) was []; it must be an object such as { default_country: "ua" }',
    ],
    [
      { country: "ua" },
      'country was "ua"; it is not an option; options are calendar, targets, disabled_types, default_country, customer_comment_key, language, dashboard_url, gather_notices_seconds, absence_hours, extensions, offers, alternatives, delivery_windows, limits',
    ],
    [
      { delivery_windows: { undelivered_is_late: "no" } },
      'delivery_windows.undelivered_is_late was "no"; it must be true or false',
    ],
    [
      { calendar: "Europe/Kyiv" },
      'calendar was "Europe/Kyiv"; it must be an object such as { time_zone: "Europe/Kyiv" }',
    ],
    [
      { calendar: { timezone: "Europe/Kyiv" } },
      'calendar.timezone was "Europe/Kyiv"; it is not an option; those of calendar are time_zone, weekly, exceptions',
    ],
    [
      { calendar: { time_zone: "Kyiv" } },
      'calendar.time_zone: is "Kyiv"; it may be an IANA time zone name such as "Europe/Kyiv" or "America/New_York"',
    ],
    [
      { calendar: { weekly: { monday: [["9", "18:00"]] } } },
      'calendar.weekly.monday[0]: its start is "9"; a time is written HH:MM, here from "00:00" to "23:59"',
    ],
    [
      {
        calendar: {
          weekly: {},
          exceptions: [{ date: "2026-12-24", windows: [["09:00", "12:00"]] }],
        },
      },
      "calendar.weekly: has no windows, so nothing would be open after the last exception; it may have a window on one weekday at least",
    ],
    [
      { calendar: { exceptions: [{ date: "2026-12-24", hours: [] }] } },
      'calendar.exceptions[0]: has "hours"; it may have date, windows, label',
    ],
    [
      {
        calendar: {
          exceptions: [
            { date: "2026-12-24", windows: [], label: "x".repeat(201) },
          ],
        },
      },
      "calendar.exceptions[0].label: has 201 characters; it may have at most 200",
    ],
    [
      { calendar: { weekly: {} } },
      "calendar.weekly: has no windows, and no exception has one that exists either, so the calendar would never open; it may have a window on one weekday at least",
    ],
    [
      { targets: 20 },
      "targets was 20; it must be an object such as { confirm_order: { response_target_minutes: 20 } }",
    ],
    [
      { targets: { confirm: {} } },
      "targets.confirm was {}; it is not an option; those of targets are confirm_order, complete_contact, resolve_shortage, refund_due, payment_due, arrange_delivery, delivery_late",
    ],
    [
      { targets: { confirm_order: 20 } },
      "targets.confirm_order was 20; it must be an object such as { response_target_minutes: 20 }",
    ],
    [
      { targets: { confirm_order: { target: 20 } } },
      "targets.confirm_order.target was 20; it is not an option; those of targets.confirm_order are response_target_minutes, response_limit_minutes",
    ],
    [
      target("20"),
      'targets.confirm_order.response_target_minutes was "20"; it must be a whole number of business minutes from 1 to 527040',
    ],
    [
      target(NaN),
      "targets.confirm_order.response_target_minutes was NaN; it must be a whole number of business minutes from 1 to 527040",
    ],
    [
      target(0),
      "targets.confirm_order.response_target_minutes was 0; it must be at least 1 business minute",
    ],
    [
      target(1.5),
      "targets.confirm_order.response_target_minutes was 1.5; it must be a whole number of business minutes",
    ],
    [
      target(527_041),
      "targets.confirm_order.response_target_minutes was 527041; it must be at most 527040 business minutes",
    ],
    [
      target(90),
      "targets.confirm_order.response_limit_minutes was 60; it must be at least the response target, 90",
    ],
    [
      { disabled_types: "confirm_order" },
      'disabled_types was "confirm_order"; it must be a list such as ["complete_contact"]',
    ],
    [
      { disabled_types: ["confirm_order", "call"] },
      'disabled_types.1 was "call"; it must be one of confirm_order, complete_contact, resolve_shortage, refund_due, payment_due, arrange_delivery, delivery_late',
    ],
    [
      { default_country: "ukraine" },
      'default_country was "ukraine"; it must be a country code such as "ua"',
    ],
    [
      { default_country: "uk" },
      'default_country was "uk"; it must be a country code such as "ua"',
    ],
    [
      { default_country: 380 },
      'default_country was 380; it must be a country code such as "ua"',
    ],
    [
      { customer_comment_key: " " },
      'customer_comment_key was " "; it must be a key of metadata such as "comment"',
    ],
    [
      { alternatives: { marked: [{ name: "size", keys: [] }] } },
      'alternatives.marked.0.keys was []; it must be a list of option titles and metadata keys such as ["Size"]',
    ],
    [
      { limits: { lock_timeout_ms: 0 } },
      "limits.lock_timeout_ms was 0; it must be a whole number of milliseconds from 100 to 600000",
    ],
    [
      { limits: { connections: 2.5 } },
      "limits.connections was 2.5; it must be a whole number of connections, 1 at least",
    ],
    [
      { language: "de" },
      'language was "de"; it must be one of "en", "uk", "ru", "bg"',
    ],
    ...[3_601, -1, 1.5, "60"].map(
      (gather_notices_seconds): [unknown, string] => [
        { gather_notices_seconds },
        `gather_notices_seconds was ${JSON.stringify(gather_notices_seconds)}; it must be a whole number of seconds from 0 to 3600`,
      ]
    ),
    [
      { offers: { minutes: 0 } },
      "offers.minutes was 0; it must be a whole number of minutes from 1 to 1440",
    ],
    [
      { offers: { secret: "short" } },
      'offers.secret was "short"; it must be a text of 16 characters at least',
    ],
    [
      { offers: { base_url: "shop.example" } },
      'offers.base_url was "shop.example"; it must be an address such as "https://api.shop.example"',
    ],
    ...[0, 721, 1.5, "24"].map((absence_hours): [unknown, string] => [
      { absence_hours },
      `absence_hours was ${JSON.stringify(absence_hours)}; it must be a whole number of hours from 1 to 720`,
    ]),
  ])("%j", (options, fault) => {
    expect(faultOf(options)).toBe(fault)
  })
})
