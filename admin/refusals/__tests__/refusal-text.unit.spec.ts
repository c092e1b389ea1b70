import { SaveText } from "../../../src/api/admin/delivery-windows/message-validators"
import { ReleaseDeliveryBooking } from "../../../src/api/admin/delivery-windows/orders/validators"
import {
  SaveException,
  SaveTemplate,
} from "../../../src/api/admin/delivery-windows/templates/validators"
import { isRefusal, Refused } from "../../api/refused"
import { refusalText } from "../refusal-text"
import { type Language, textIn } from "./a-text"

/** What the dashboard makes of an answer of the server's. */
function told(
  language: Language,
  said: object,
  status = 400,
  statusText = "Bad Request"
): string {
  return refusalText(
    textIn(language),
    new Refused({ status, statusText }, said),
    (outcome) => (outcome === "declined" ? "Отказ" : outcome)
  )
}

const limit = {
  code: "minutes_out_of_range",
  message: "response_limit_minutes was 0; it must be a whole number…",
  path: ["definition", "response_limit_minutes"],
  values: { was: 0, min: 1, max: 527_040 },
}

it.each([
  ["en", "Response limit: whole minutes of working time, from 1 to 527,040."],
  ["uk", "Ліміт відповіді: цілі хвилини робочого часу, від 1 до 527 040."],
  ["ru", "Лимит ответа: целые минуты рабочего времени, от 1 до 527 040."],
  ["bg", "Лимит за отговор: цели минути работно време, от 1 до 527 040."],
] as const)(
  "is told in %s, with the page's name of the field and its numbers",
  (language, says) => {
    expect(told(language, limit).replace(/\s/g, " ")).toBe(says)
  }
)

it("says a moment as a clock shows it, and who was quicker", () => {
  const at = "2026-11-27T09:05:00.000Z"
  const passed = { code: "wait_passed", path: ["until"], values: { at } }
  const claimed = { code: "already_claimed", values: { assignee: "Іван" } }

  expect(told("uk", passed)).toMatch(/^Цей час уже минув: .*27 лист.*:05\. /)
  expect(told("uk", claimed)).toBe(
    "Це завдання вже у роботі. Виконавець: Іван."
  )
})

it("says a day that is too far off as people write it, and what it may be", () => {
  const far = {
    code: "date_out_of_range",
    path: ["expected_at"],
    values: { was: "9999-12-31T12:00:00Z", range: "from 1900-01-01 up to …" },
  }
  expect(told("en", far)).toBe(
    "This date is too far off: Dec 31, 9999. It may be from 1900 to 2199."
  )
  expect(told("uk", far)).toMatch(/^Ця дата надто далека: 31 груд.* 9999.*2199/)
})

it("names the language of a broken text, and the outcome as the desk does", () => {
  expect(
    told("bg", {
      code: "script_broken_tag",
      path: ["texts", "uk"],
      values: { line: 2, column: 6, reason: "…", name: "if" },
    })
  ).toBe("В текста има грешка (украински), ред 2: показана е под него.")
  expect(
    told("ru", {
      code: "completed_otherwise",
      values: { outcome: "declined" },
    })
  ).toContain("Отказ")
})

it("says that something is missing, where one character or one item would do", () => {
  const short = (code: string, min: number) =>
    told("en", { code, path: ["name"], values: { min } })
  expect(short("too_short", 1)).toBe("Name: this is missing.")
  expect(short("too_few", 1)).toBe("Name: this is missing.")
  expect(short("too_short", 2)).toBe("Name: too short. Characters at least: 2.")
})

it("shows a date as a date", () => {
  expect(
    told("en", {
      code: "exception_date_taken",
      path: ["definition", "exceptions", 2, "date"],
      values: { was: "2026-12-25", first: "exceptions[0]" },
    })
  ).toBe("This date is in the list twice: Dec 25, 2026.")
})

it("says of what was left empty that it is missing", () => {
  const path = ["definition", "escalation", 0, "action"]
  const event = { path: [...path, "event"], values: { was: "", max: 100 } }
  const action = { path: [...path, "name"], values: { was: "" } }

  expect(told("en", { ...event, code: "event_name_wrong" })).toBe(
    "Name of the event: this is missing."
  )
  expect(told("uk", { ...action, code: "no_custom_actions" })).toBe(
    "Дія: не заповнено."
  )
})

it.each(["uk", "ru", "bg"] as const)(
  "names in %s what is entered about windows and shortages",
  (language) => {
    const entered = [
      SaveTemplate,
      SaveException,
      SaveText,
      ReleaseDeliveryBooking,
    ].flatMap(({ shape }) => Object.keys(shape))
    const named = [
      ...entered,
      "overbook_reason",
      "quantity_found",
      "expected_at",
      "note",
      "units",
      "quantity",
      "alternatives",
      "amount",
      "csv",
    ].map((field) =>
      told(language, { code: "field_required", path: [field], values: {} })
    )
    expect(named.filter((text) => /[a-z]/i.test(text))).toEqual([])
  }
)

it("says what it has no words for as the server does", () => {
  const newer = { code: "from_next_year", message: "Not on a Friday" }

  expect(told("uk", newer)).toBe("Not on a Friday")
  expect(told("uk", { message: "Order was shipped" })).toBe("Order was shipped")
  expect(told("uk", {}, 502, "Bad Gateway")).toBe("Bad Gateway")
  expect(refusalText(textIn("uk"), new Error("Failed to fetch"))).toBe(
    "Failed to fetch"
  )
})

it("says that something is not allowed, whoever says so", () => {
  expect(told("uk", { message: "Insufficient permissions" }, 403)).toBe(
    "У вас немає на це дозволу."
  )
})

describe("a busy database", () => {
  const busy = {
    code: "desk_busy" as const,
    message: "busy",
    path: [],
    values: {},
  }

  it.each([
    ["en", "The database is busy"],
    ["uk", "База даних зараз зайнята"],
    ["ru", "База данных сейчас занята"],
    ["bg", "Базата данни е заета"],
  ] as const)("is told in %s", (language, text) => {
    expect(told(language, busy, 503, "Service Unavailable")).toContain(text)
  })

  it("is told at once, and another fault of the server tried again", () => {
    const answer = { status: 503, statusText: "Service Unavailable" }
    expect(isRefusal(new Refused(answer, busy))).toBe(true)
    expect(isRefusal(new Refused(answer, {}))).toBe(false)
  })
})
