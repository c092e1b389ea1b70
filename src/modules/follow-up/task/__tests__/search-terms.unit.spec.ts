import { searchTerms, toSearchQuery } from "../search-terms"
import type { Task } from "../task"
import { aTask } from "./task-fixture"

/**
 * Whether Postgres would find a task by what was typed: each word of the query
 * is the beginning of a term.
 */
function finds(typed: string, facts: Partial<Task> = {}): boolean {
  const terms = searchTerms(aTask(facts)).split(" ")
  const query = toSearchQuery(typed)
  return (
    query !== null &&
    query.split(" & ").every((word) => {
      const [, quoted = "", isBeginning] = /^'(.*)'(:\*)?$/.exec(word) ?? []
      const text = quoted.replace(/''/g, "'").replace(/\\\\/g, "\\")
      return terms.some((term) =>
        isBeginning ? term.startsWith(text) : term === text
      )
    })
  )
}

describe("a task is found by", () => {
  it.each([
    ["its order's number", "1042"],
    ["the number as people write it", "#1042"],
    ["the beginning of it", "#10"],
    ["three digits at the beginning of that number", "104"],
    ["the customer's first name", "Олена"],
    ["the beginning of it, in any case", "оЛЕ"],
    ["the last name", "коваленко"],
    ["both, in any order", "Коваленко Олена"],
    ["the e-mail address", "olena@mail.example"],
    ["its beginning", "Olena@"],
    ["its domain", "mail.example"],
    ["the whole phone number", "+380671234567"],
    ["the number with the country's own prefix", "067 123-45-67"],
    ["the number as the code and the rest", "(067) 1234567"],
    ["the number from abroad", "00380 67 123 45 67"],
    ["digits from the middle of it", "12345"],
    ["its last digits", "4567"],
    ["a name and a number together", "Олена 067123"],
    ["a name and an order together", "ковал #1042"],
    ["the code of the operator", "067"],
  ])("%s: %j", (_, typed) => {
    expect(finds(typed)).toBe(true)
  })

  it.each<[string, string, Partial<Task>]>([
    ["a short number, whole", "7", { order_display_id: 7 }],
    [
      "either part of a double name",
      "Марія",
      { customer_name: "Анна-Марія Б." },
    ],
    ["the whole double name", "анна-марія", { customer_name: "Анна-Марія Б." }],
    ["a name with an apostrophe", "О'К", { customer_name: "О'Коннор" }],
    ["a backslash", "a\\b", { customer_name: "a\\b" }],
    ["a composed letter", "Йо", { customer_name: "И\u0306осип" }],
    [
      "the country's own prefix, beside a name",
      "Иван 0888",
      { customer_name: "Иван", phone_e164: "+359888123456" },
    ],
    ["zeros in the middle", "000", { phone_e164: "+380670001122" }],
    [
      "the digits of what is no valid number",
      "34 56",
      { phone: "12-34-56", phone_e164: null },
    ],
  ])("%s: %j", (_, typed, facts) => {
    expect(finds(typed, facts)).toBe(true)
  })

  it.each([
    ["another number", "1043"],
    ["two digits of a longer number", "10"],
    ["an order's number that is in the phone number", "#671"],
    ["the end of a name", "енко"],
    ["another name beside the right one", "Олена Петренко"],
    ["other digits", "7654"],
  ])("not by %s: %j", (_, typed) => {
    expect(finds(typed)).toBe(false)
  })

  it.each(["", "   ", "-", "#", "+", "'", "&|!:*", "\u0000"])(
    "not by %j, in which nothing can be searched for",
    (typed) => {
      expect(toSearchQuery(typed)).toBeNull()
    }
  )
})

describe("a query", () => {
  it("is quoted, whatever was typed", () => {
    expect(toSearchQuery("o'x:* & a\\b")).toBe("'o''x':* & 'a\\\\b':*")
  })

  it("has none of what Postgres cannot store", () => {
    expect(toSearchQuery("ole\u0000na")).toBe("'ole':* & 'na':*")
  })
})

describe("what a shopper may type without end", () => {
  it("makes few terms of a long number", () => {
    const terms = searchTerms(
      aTask({ phone: "1234567890".repeat(10_000), phone_e164: null })
    )
    expect(terms.length).toBeLessThan(1_000)
  })

  it("makes short terms of a long name, by whose beginning it is found", () => {
    const customer_name = "ї".repeat(100_000)
    expect(searchTerms(aTask({ customer_name })).length).toBeLessThan(1_000)
    expect(finds("ї".repeat(200), { customer_name })).toBe(true)
  })

  it("makes few terms of many names", () => {
    const customer_name = Array.from({ length: 30_000 }, (_, i) => `n${i}`)
    expect(
      searchTerms(aTask({ customer_name: customer_name.join(" ") })).length
    ).toBeLessThan(5_000)
  })
})
