import { searchTerms, toSearchQuery } from "../search-terms"
import type { Task } from "../task"
import { aTask } from "./task-fixture"

/**
 * Whether Postgres would find a task by what was typed: each word of the query,
 * or what stands in its place, is the beginning of a term.
 */
function finds(typed: string, facts: Partial<Task> = {}): boolean {
  const terms = searchTerms(aTask(facts)).split(" ")
  const query = toSearchQuery(typed)
  return (
    query !== null &&
    query.split(" & ").every((words) =>
      words
        .replace(/^\((.*)\)$/, "$1")
        .split(" | ")
        .some((word) => {
          const [, quoted = "", isBeginning] = /^'(.*)'(:\*)?$/.exec(word) ?? []
          const text = quoted.replace(/''/g, "'").replace(/\\\\/g, "\\")
          return terms.some((term) =>
            isBeginning ? term.startsWith(text) : term === text
          )
        })
    )
  )
}

describe("a task is found by", () => {
  it.each([
    ["its order's number", "1042"],
    ["the number as people write it", "#1042"],
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
    ["the order as it is called in a message", "Замовлення №1042"],
    ["the order in a sentence", "Order #1042."],
    ["a number with a label", "тел 067 123 45 67"],
    ["a pasted address of the e-mail", "mailto:olena@mail.example"],
    ["names as they stand in a list", "Коваленко,Олена;"],
  ])("%s: %j", (_, typed) => {
    expect(finds(typed)).toBe(true)
  })

  it.each<[string, string, Partial<Task>]>([
    ["a short number, whole", "7", { order_display_id: 7 }],
    ["the number after the sign", "#1", { order_display_id: 1 }],
    ["the same with zeros before it", "#0001", { order_display_id: 1 }],
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

  const NAMED = (customer_name: string): Partial<Task> => ({ customer_name })

  it.each<[string, string, string[]]>([
    [
      "whichever apostrophe was typed",
      "Марʼяна О'Браєн",
      [
        "Мар'яна",
        "Мар’яна",
        "Марʼяна",
        "Мар`яна",
        'Мар"яна',
        "Мар*я",
        "Маряна",
      ],
    ],
    ["", "O’Brien", ["O'Brien", "OʼBrien", "o´brien", "OBri"]],
    ["", "Д'Артаньян", ["д’арт", "Д‘Артаньян", "Д′Арт"]],
    ["without accents", "Семён Артёмов", ["Семен", "артемов семен"]],
    ["", "Müller", ["Muller", "MU\u0308LLER", "mül"]],
    ["", "Straße", ["strasse", "STRASSE", "straß", "stras"]],
    ["", "Łukasz Đorđević", ["lukasz dordevic", "łuk"]],
    ["", "İpek Işık", ["ipek isik", "IŞIK"]],
    ["", "Søren Æbelø", ["soren aebelo"]],
    ["", "Їжакевич Ґалаґан", ["іжак", "їжак галаган"]],
    // Latin letters, typed or stored, in Cyrillic names.
    ["letters that look the same", "Олена", ["Oлeнa", "oЛЕна"]],
    ["", "Cepгій Вікторов", ["Сергій", "Bіктopoв"]],
    ["", "НАТАША", ["HATAША"]],
    ["", "Αλέξης", ["Aλεξης", "αλεξ"]],
    [
      "with dashes of any kind",
      "Анна-Марія",
      ["Анна‑Марія", "анна—мар", "Анна Марія"],
    ],
    ["", "Нечуй–Левицький", ["Нечуй-Лев", "нечуй − левицький", "левиц"]],
    ["", "Кот\u00adля\u200bревський", ["Котляревський"]],
    [
      "initials apart or together",
      "И.И.Иванов",
      ["Иванов", "И.И.Иванов", "И. Иванов"],
    ],
    ["in wide letters", "Ｔａｎａｋａ", ["tanaka"]],
  ])("a name %s: %s", (_, customer_name, typed) => {
    expect(typed.filter((text) => !finds(text, NAMED(customer_name)))).toEqual(
      []
    )
  })

  it.each([
    ["a link", "tel:+380671234567"],
    ["a link with dashes", "TEL:+380-67-123-45-67"],
    ["a label", "Тел.: 067 123 45 67"],
    ["dashes of any kind", "067–123—45‑67"],
    ["the sign for minus", "067−123−45−67"],
    ["direction marks", "\u202a+380 67 123 45 67\u202c"],
    ["isolates and a mark", "\u2066\u200e+380671234567\u2069"],
    ["spaces that do not break", "+380\u00a067\u202f123\u200945 67"],
    ["a name before it", "Олена +380 67 123 45 67"],
    ["both names and brackets", "Коваленко Олена (067) 123-45-67"],
    ["a name after it", "+380 67 123 45 67, Олена"],
    ["a name in brackets", "067 123 45 67 (Олена)"],
    ["a slash and dots", "067/123.45.67"],
    ["a zero in brackets", "+380 (0)67 123 45 67"],
    ["wide digits", "０６７１２３４５６７"],
    ["Arabic digits", "٠٦٧١٢٣٤٥٦٧"],
  ])("a pasted number, with %s: %j", (_, typed) => {
    expect(finds(typed)).toBe(true)
  })

  it.each<[string, string[], Partial<Task>]>([
    [
      "any of several numbers",
      ["0675551212", "050 555 13 13", "5551313"],
      { phone: "067-555-12-12, 050-555-13-13", phone_e164: "+380675551212" },
    ],
    [
      "a number with words beside it",
      ["067 555 12 19", "5551219"],
      { phone: "067 555 12 19 (дзвонити після 18)", phone_e164: null },
    ],
    [
      "a number as it is dialled within the country",
      ["8 (921) 123-45-67", "921 123"],
      { phone: "8 921 123 45 67", phone_e164: "+79211234567" },
    ],
    [
      "each part of an e-mail address",
      ["kravchuk", "oleksandr.k", "kravchuk@mail", "firm-a", "mail.firm"],
      { email: "oleksandr.kravchuk@mail.firm-a.example" },
    ],
    ["an order's number after the sign", ["№1042", "№ 1042"], {}],
  ])("%s", (_, typed, facts) => {
    expect(typed.filter((text) => !finds(text, facts))).toEqual([])
  })

  it.each([
    ["a name that is another's number", "Петро +380 67 123 45 67"],
    ["another number beside the right name", "Олена +380 67 765 43 21"],
    ["the last part of an address", "example"],
    ["another number", "1043"],
    ["two digits of a longer number", "10"],
    ["the beginning of an order's number after the sign", "#104"],
    ["the same beside the right name", "Олена #104"],
    ["the same at the end of a sentence", "#104."],
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
    expect(toSearchQuery("o'x:* & a\\b")).toBe("'ox':* & 'a\\\\b':*")
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

  it("cuts no character in half", () => {
    const long = "a".repeat(63)
    const terms = searchTerms(
      aTask({ customer_name: `${long}😀`, email: `${long}😀@mail.example` })
    )
    expect(Buffer.from(terms).toString()).toBe(terms)
  })

  it("makes few terms of many names", () => {
    const customer_name = Array.from({ length: 30_000 }, (_, i) => `n${i}`)
    expect(
      searchTerms(aTask({ customer_name: customer_name.join(" ") })).length
    ).toBeLessThan(5_000)
  })
})
