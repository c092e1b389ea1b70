import { SCRIPT_LANGUAGES } from "../../../../modules/follow-up"
import { calendarFile, type CalendarEntry } from "../calendar-entry"
import { DEFAULT_TEXTS } from "../default-texts"
import { deliveryFacts, exampleFacts } from "../message-facts"
import { MESSAGE_KINDS } from "../message-kinds"
import { writeDraft, writeMessage } from "../message-text"

describe("the plugin's own texts", () => {
  it.each(
    SCRIPT_LANGUAGES.flatMap((language) =>
      MESSAGE_KINDS.map((kind) => ({ language, kind }))
    )
  )("say $kind in $language", ({ language, kind }) => {
    const { subject, body } = writeDraft(
      DEFAULT_TEXTS[language][kind],
      exampleFacts(language)
    )

    expect([...subject.faults, ...body.faults]).toEqual([])
    expect(subject.text).toContain("Kettle & Co")
    expect(subject.text).not.toContain("\n")
    expect(body.text).toContain("1042")
  })
})

it("an example has its dates in the language of the message", () => {
  const { body } = writeDraft(
    { subject: "", body: "{{ delivery.expected_date }}" },
    exampleFacts("uk")
  )
  expect(body.text).toBe("субота, 28 листопада")
})

describe("a message about a delay", () => {
  const told = {
    from_at: new Date("2026-11-27T12:00:00Z"),
    to_at: new Date("2026-11-27T14:00:00Z"),
    expected_at: new Date("2026-11-27T14:25:00Z"),
    time_zone: "Europe/Kyiv",
    is_moved: false,
    is_moved_by_shop: false,
    link: "",
  }
  const late = (expected: string, sent: string, to_at = told.to_at) =>
    writeMessage("late", [], ["en"], () => ({
      shop: "Kettle & Co",
      order: { number: "1042" },
      delivery: deliveryFacts(
        { ...told, to_at, expected_at: new Date(expected) },
        "en",
        new Date(sent)
      ),
    })).text

  it.each([
    // At 15:10 in Kyiv, on the window's day.
    [
      "2026-11-27T14:25:00Z",
      "2026-11-27T13:10:00Z",
      "by 16:00 and expects to be with you at 16:25.",
    ],
    [
      "2026-11-28T08:00:00Z",
      "2026-11-27T13:10:00Z",
      "by 16:00 and expects to be with you at 10:00 (Saturday 28 November).",
    ],
    // The day before: neither time is today's.
    [
      "2026-11-27T14:25:00Z",
      "2026-11-26T13:10:00Z",
      "by 16:00 (Friday 27 November) and expects to be with you at 16:25 (Friday 27 November).",
    ],
    // The day after, with a parcel that comes today.
    [
      "2026-11-28T08:00:00Z",
      "2026-11-28T06:00:00Z",
      "by 16:00 (Friday 27 November) and expects to be with you at 10:00.",
    ],
  ])(
    "that comes at %s and is sent at %s names each day but that one",
    (expected, sent, says) => {
      expect(late(expected, sent)).toContain(says)
    }
  )

  it("names the day at whose end the window ends", () => {
    const midnight = new Date("2026-11-27T22:00:00Z")
    const at = "2026-11-27T22:25:00Z"

    expect(late(at, "2026-11-27T21:10:00Z", midnight)).toContain(
      "by 24:00 and expects to be with you at 00:25 (Saturday 28 November)."
    )
    expect(late(at, "2026-11-26T21:10:00Z", midnight)).toContain(
      "by 24:00 (Friday 27 November) and"
    )
  })
})

describe("a message", () => {
  const own = [
    {
      kind: "late",
      language: "uk",
      subject: "Від\n{{ shop }}",
      body: "Будемо о {{ delivery.expected_time }}",
    },
    {
      kind: "late",
      language: "pl",
      subject: "Od {{ shop }}",
      body: "{% if %}",
    },
  ]
  const late = (...languages: string[]) =>
    writeMessage("late", own, languages, exampleFacts)

  it("is the shop's own text where there is one, on one line the subject", () => {
    expect(late("uk")).toEqual({
      subject: "Від Kettle & Co",
      text: "Будемо о 15:40",
      language: "uk",
    })
    expect(late("bg").text).toContain("Извиняваме се")
  })

  it("is another one where the shop's cannot be filled in", () => {
    expect(late("pl")).toMatchObject({ language: "en" })
  })
})

describe("the file for the calendar", () => {
  const ENTRY: CalendarEntry = {
    order_id: "order_1",
    sequence: 0,
    is_canceled: false,
    summary: "Order 1042, with a comma",
    description: "First line\nSecond line",
    location: "vul. Sadova 1",
    starts_at: new Date("2026-11-27T12:00:00Z"),
    ends_at: new Date("2026-11-27T14:00:00Z"),
    shop: "Kettle & Co",
    now: new Date("2026-11-26T09:00:00Z"),
  }
  const linesOf = (entry: Partial<CalendarEntry>) =>
    calendarFile({ ...ENTRY, ...entry }).split("\r\n")

  it("has the window in UTC, and escapes what is text", () => {
    expect(linesOf({})).toEqual(
      expect.arrayContaining([
        "BEGIN:VCALENDAR",
        "METHOD:PUBLISH",
        "UID:delivery-order_1@medusa-plugin-follow-ups",
        "SEQUENCE:0",
        "DTSTART:20261127T120000Z",
        "DTEND:20261127T140000Z",
        "SUMMARY:Order 1042\\, with a comma",
        "STATUS:CONFIRMED",
      ])
    )
  })

  it("moves or removes the entry of the same order", () => {
    expect(linesOf({ sequence: 2 })).toEqual(
      expect.arrayContaining([
        "UID:delivery-order_1@medusa-plugin-follow-ups",
        "SEQUENCE:2",
      ])
    )
    expect(linesOf({ sequence: 3, is_canceled: true })).toEqual(
      expect.arrayContaining([
        "METHOD:CANCEL",
        "UID:delivery-order_1@medusa-plugin-follow-ups",
        "SEQUENCE:3",
        "STATUS:CANCELLED",
      ])
    )
  })
})
