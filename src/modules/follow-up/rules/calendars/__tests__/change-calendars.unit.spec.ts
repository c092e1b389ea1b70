import { changeCalendars } from "../change-calendars"
import type { RuleBook } from "../../rule-book"
import type { CalendarChange } from "../../rule-change"
import { aRuleBook, NIGHTS, WEEK } from "../../__tests__/rule-book-fixture"

type Update = Omit<
  Extract<CalendarChange, { kind: "update_calendar" }>,
  "kind" | "id"
>

const book = aRuleBook()
const before = structuredClone(book)
afterEach(() => expect(book).toEqual(before))

const create = (name: string, definition = WEEK, id = "new") =>
  changeCalendars(book, { kind: "create_calendar", id, name, definition })
const update = (id: string, fields: Update, from: RuleBook = book) =>
  changeCalendars(from, { kind: "update_calendar", id, ...fields })
const remove = (id: string, replace_with: string | null = null) =>
  changeCalendars(book, { kind: "delete_calendar", id, replace_with })

const calendarOf = ({ calendars }: RuleBook, id: string) =>
  calendars.find((calendar) => calendar.id === id)
const boundTo = ({ bindings }: RuleBook, id: string) =>
  bindings
    .filter(({ calendar_id }) => calendar_id === id)
    .map(({ scope, reference_id }) => `${scope} ${reference_id}`)

const refusal = (
  type: "invalid_data" | "not_allowed" | "not_found",
  message: string
) => expect.objectContaining({ type, message })

describe("a new calendar", () => {
  it("is added with its first version, applies nowhere yet, and is the shop's own", () => {
    const after = create("  Courier hours ", NIGHTS)
    expect(after.calendars.slice(0, 3)).toEqual(book.calendars)
    expect(after.calendars[3]).toEqual({
      id: "new",
      version: 1,
      name: "Courier hours",
      definition: NIGHTS,
      is_default: false,
      is_edited: true,
    })
    expect(boundTo(after, "new")).toEqual([])
  })

  it.each([
    ["", 'name was ""; it may be 1 to 100 characters'],
    ["   ", 'name was "   "; it may be 1 to 100 characters'],
    ["x".repeat(101), "name has 101 characters; it may have at most 100"],
    ["Night\0", "name contains an invalid character"],
    [
      "NIGHT shift ",
      'name was "NIGHT shift"; another business calendar is called "Night shift" already',
    ],
  ])("called %j is refused", (name, message) => {
    expect(() => create(name)).toThrow(refusal("invalid_data", message))
  })

  it("that never opens is refused", () => {
    expect(() => create("Never", { ...WEEK, weekly: {} })).toThrow(
      refusal(
        "invalid_data",
        "definition.weekly: has no windows, and no exception has one that exists either, so the calendar would never open; it may have a window on one weekday at least"
      )
    )
  })

  it("with the id of another is refused", () => {
    expect(() => create("Courier hours", WEEK, "night")).toThrow(
      refusal("not_allowed", "Business calendar with id: night exists already")
    )
  })
})

describe("a calendar that is changed", () => {
  it("gets a further version with new hours, and is the shop's own from then on", () => {
    const after = update("day", { definition: NIGHTS, version: 1 })
    expect(calendarOf(after, "day")).toEqual({
      ...calendarOf(book, "day"),
      definition: NIGHTS,
      version: 2,
      is_edited: true,
    })
  })

  it("keeps its version where the hours are the same in other words", () => {
    const same = {
      exceptions: [],
      weekly: { ...WEEK.weekly, friday: [] },
      time_zone: WEEK.time_zone,
    }
    expect(update("day", { definition: same })).toEqual(book)
  })

  it("keeps its version with another name", () => {
    expect(calendarOf(update("day", { name: "Office" }), "day")).toEqual({
      ...calendarOf(book, "day"),
      name: "Office",
    })
  })

  it("may keep its name, and change its case", () => {
    expect(
      calendarOf(update("night", { name: "NIGHT SHIFT" }), "night")?.name
    ).toBe("NIGHT SHIFT")
    expect(() => update("night", { name: "spare" })).toThrow(
      refusal(
        "invalid_data",
        'name was "spare"; another business calendar is called "Spare" already'
      )
    )
  })

  it("becomes the only default one", () => {
    const after = update("night", { is_default: true })
    expect(after.calendars.filter(({ is_default }) => is_default)).toEqual([
      expect.objectContaining({ id: "night", version: 3 }),
    ])
    expect(update("night", { is_default: true }, after)).toEqual(after)
  })

  it("is refused where somebody else was quicker", () => {
    expect(() => update("night", { name: "Nights", version: 2 })).toThrow(
      refusal(
        "not_allowed",
        'Business calendar "Night shift" was changed by somebody else meanwhile (version 3, you edited 2): load it again, and make the change on what it says now'
      )
    )
  })

  it("is refused with hours that are none", () => {
    expect(() =>
      update("night", { definition: { ...NIGHTS, time_zone: "Sofia" } })
    ).toThrow(
      refusal(
        "invalid_data",
        'definition.time_zone: is "Sofia"; it may be an IANA time zone name such as "Europe/Kyiv" or "America/New_York"'
      )
    )
  })

  it("is not found where there is none", () => {
    expect(() => update("noon", { name: "Noon" })).toThrow(
      refusal("not_found", "Business calendar with id: noon was not found")
    )
  })
})

describe("what a calendar is bound to", () => {
  it("is replaced by what is given", () => {
    const after = update("night", {
      bindings: [
        { scope: "sales_channel", reference_id: "sc_taxi" },
        { scope: "task_type", reference_id: "complete_contact" },
      ],
    })
    expect(boundTo(after, "night")).toEqual([
      "sales_channel sc_taxi",
      "task_type complete_contact",
    ])
  })

  it("keeps the binding that there was", () => {
    const [taxi] = book.bindings
    const after = update("night", {
      bindings: [{ scope: "sales_channel", reference_id: "sc_taxi" }],
    })
    expect(after.bindings).toEqual([taxi])
  })

  it("is taken from the calendar that had it", () => {
    const after = update("spare", {
      bindings: [{ scope: "region", reference_id: "reg_sofia" }],
    })
    expect(boundTo(after, "spare")).toEqual(["region reg_sofia"])
    expect(boundTo(after, "night")).toEqual(["sales_channel sc_taxi"])
  })

  it("is a record of that scope: another scope's is another one", () => {
    const after = update("spare", {
      bindings: [{ scope: "region", reference_id: "sc_taxi" }],
    })
    expect(boundTo(after, "night")).toEqual(boundTo(book, "night"))
  })

  it("may be nothing; left out, it stays", () => {
    expect(boundTo(update("night", { bindings: [] }), "night")).toEqual([])
    expect(update("night", { name: "Nights" }).bindings).toBe(book.bindings)
  })

  it("counts in the version of every calendar that it changes", () => {
    const versions = ({ calendars }: RuleBook) =>
      calendars.map(({ id, version }) => [id, version])
    const sofia = [{ scope: "region", reference_id: "reg_sofia" }] as const
    const raised = (...ids: string[]) =>
      versions(book).map(([id, version]) => [
        id,
        Number(version) + (ids.includes(String(id)) ? 1 : 0),
      ])
    const taken = update("spare", { bindings: [...sofia], version: 1 })

    expect(versions(taken)).toEqual(raised("spare", "night"))
    expect(versions(update("spare", { bindings: [...sofia] }, taken))).toEqual(
      versions(taken)
    )
    expect(
      versions(
        update("night", { bindings: [...sofia], definition: WEEK, version: 3 })
      )
    ).toEqual(raised("night"))
    expect(() => update("night", { bindings: [], version: 3 }, taken)).toThrow(
      "was changed by somebody else meanwhile (version 4, you edited 3)"
    )
    expect(versions(remove("night", "spare"))).toEqual(
      raised("spare").filter(([id]) => id !== "night")
    )
  })

  it("is refused where a record is named twice", () => {
    const target = { scope: "region", reference_id: "reg_bg" } as const
    expect(() => update("night", { bindings: [target, target] })).toThrow(
      refusal(
        "invalid_data",
        'bindings[1] is the region "reg_bg", as is bindings[0]; each may be named once'
      )
    )
  })

  it("has an id of its own for each new binding", () => {
    const { bindings } = update("spare", {
      bindings: [
        { scope: "region", reference_id: "reg_1" },
        { scope: "region", reference_id: "reg_2" },
      ],
    })
    expect(new Set(bindings.map(({ id }) => id)).size).toBe(4)
  })
})

describe("a calendar that is deleted", () => {
  it("is gone, where nothing depends on it", () => {
    expect(remove("spare")).toEqual({
      ...book,
      calendars: book.calendars.slice(0, 2),
    })
  })

  it("leaves its bindings and playbooks to the replacement", () => {
    const after = remove("night", "spare")
    expect(after.calendars.map(({ id }) => id)).toEqual(["day", "spare"])
    expect(boundTo(after, "spare")).toEqual([
      "sales_channel sc_taxi",
      "region reg_sofia",
    ])
    const [by_night, plain] = book.playbooks
    expect(after.playbooks).toEqual([
      {
        ...by_night,
        version: 2,
        definition: { ...by_night?.definition, calendar_id: "spare" },
      },
      plain,
    ])
  })

  it("is not the default one", () => {
    expect(() => remove("day", "night")).toThrow(
      refusal(
        "not_allowed",
        'Business calendar "Opening hours" is the default one, and a shop has always one: make another calendar the default first'
      )
    )
  })

  it.each([
    ["1 playbook and 2 bindings", book],
    ["2 bindings", { ...book, playbooks: [] }],
    ["1 playbook", { ...book, bindings: [] }],
  ])("needs a replacement for %s", (dependents, used) => {
    expect(() =>
      changeCalendars(used, {
        kind: "delete_calendar",
        id: "night",
        replace_with: null,
      })
    ).toThrow(
      refusal(
        "not_allowed",
        `Business calendar "Night shift" is in use: by ${dependents}. Name in replace_with the calendar that takes over`
      )
    )
  })

  it.each([
    [
      "night",
      "replace_with was the calendar that is to be deleted; it may be any other",
    ],
    [
      "noon",
      'replace_with was "noon"; it may be the id of another business calendar, and there is none with this one',
    ],
  ])("is not replaced by %s", (replacement, message) => {
    expect(() => remove("night", replacement)).toThrow(
      refusal("invalid_data", message)
    )
  })

  it("is not found where there is none", () => {
    expect(() => remove("noon")).toThrow(
      refusal("not_found", "Business calendar with id: noon was not found")
    )
  })
})
