import { PLUGIN_DESK, PLUGIN_TYPES } from "../../__tests__/plugin-desk"
import { checkScript } from "../check-script"
import { SCRIPT_LANGUAGES } from "../languages"
import { renderScript } from "../render-script"
import { EMPTY_FACTS, knownFacts, type ScriptFacts } from "../variables"

/** What kinds of work declare, besides. */
const DECLARED = PLUGIN_DESK.script_variables

const FULL: ScriptFacts = {
  ...EMPTY_FACTS,
  shop: "Чайна",
  agent: "Петро",
  customer: { ...EMPTY_FACTS.customer, name: "Олена Коваленко" },
  order: {
    ...EMPTY_FACTS.order,
    number: "1042",
    items: ["Чайник", "Фільтр × 2"],
    total: "2 398 ₴",
    delivery: "Нова пошта",
    address: "Київ, вул. Садова, 1",
  },
}

const scriptsOf = (type: string): Readonly<Record<string, string>> =>
  PLUGIN_DESK.types.get(type)?.scripts ?? {}

const said = (
  type: string,
  language: string,
  facts: ScriptFacts,
  known = knownFacts(DECLARED).example
) =>
  renderScript(
    scriptsOf(type),
    {},
    [language],
    () => ({ ...known, ...facts }),
    DECLARED
  ).text

const EVERY_SCRIPT = PLUGIN_TYPES.flatMap(({ type }) =>
  SCRIPT_LANGUAGES.map((language) => [type, language] as const)
)

it("there is one for each type", () => {
  for (const { scripts } of PLUGIN_TYPES) {
    expect(Object.keys(scripts)).toEqual([...SCRIPT_LANGUAGES])
  }
})

describe.each(EVERY_SCRIPT)("the script of %s in %s", (type, language) => {
  it("has no fault", () => {
    const script = scriptsOf(type)
    expect(checkScript(script[language] ?? "{{ missing }}", DECLARED)).toEqual(
      []
    )
  })

  it("says who calls whom about what", () => {
    const script = said(type, language, FULL)
    for (const fact of ["Чайна", "Петро", "Олена Коваленко", "1042"]) {
      expect(script).toContain(fact)
    }
    expect(script).not.toMatch(/[{}%]/)
  })

  it("reads well where nothing is known", () => {
    const script = said(
      type,
      language,
      { ...EMPTY_FACTS, shop: "Чайна" },
      knownFacts(DECLARED).empty
    )
    expect(script).toContain("Чайна")
    expect(script).not.toMatch(/[{}%]/)
    expect(script).not.toMatch(/ [.,:;!?]/)
    expect(script).not.toMatch(/[,:;]\s*[.,:;]/)
    expect(script).not.toMatch(/\n\s*\n/)
    expect(script).not.toMatch(/ {2}/)
    expect(script).not.toMatch(/^\s|\s$/)
  })

  it("leaves what a customer typed as text", () => {
    const name = "{{ shop }}{% if true %}<b>&amp;</b>"
    const script = said(type, language, {
      ...FULL,
      customer: { ...FULL.customer, name },
    })
    expect(script).toContain(name)
  })
})

describe("the script to confirm an order", () => {
  it.each(SCRIPT_LANGUAGES)("reads out the whole order in %s", (language) => {
    const script = said("confirm_order", language, FULL)
    for (const fact of [
      "Чайник; Фільтр × 2",
      "2 398 ₴",
      "Нова пошта, Київ, вул. Садова, 1",
    ]) {
      expect(script).toContain(fact)
    }
  })

  it("in English is this", () => {
    expect(said("confirm_order", "en", FULL)).toBe(
      `Hello, Олена Коваленко! This is Петро from Чайна. Thank you for order 1042.
You ordered: Чайник; Фільтр × 2. That is 2 398 ₴ in all.
Delivery: Нова пошта, Київ, вул. Садова, 1. Is everything right?
The courier comes: Friday, 28 November, 14:00–16:00. Does that suit you?`
    )
  })

  it("where nothing is known is this", () => {
    const nothing = { ...EMPTY_FACTS, shop: "Чайна" }
    expect(said("confirm_order", "en", nothing, knownFacts(DECLARED).empty))
      .toBe(`Hello! This is Чайна. Thank you for your order.
Is everything right?
When is it convenient for you to receive it?`)
  })
})

describe("the script about a shortage", () => {
  it.each(SCRIPT_LANGUAGES)("says what is short in %s", (language) => {
    const known = knownFacts(DECLARED).example
    const shortage = { ...Object(known.shortage), is_back: "" }
    const script = said("resolve_shortage", language, FULL, {
      ...known,
      shortage,
    })
    expect(script).toContain("Kettle (2); Filter (1)")
    expect(script).toContain("5 December")
  })

  it.each([
    [1, "Would you like to wait, to get the rest first, or to take something"],
    [0, "Would you like to wait, or to take something"],
  ])("asks in English, where %s may be sent", (units_to_send, asked) => {
    const known = knownFacts(DECLARED).example
    const shortage = { ...Object(known.shortage), is_back: "", units_to_send }
    expect(
      said("resolve_shortage", "en", FULL, { ...known, shortage })
    ).toContain(asked)
  })

  it.each([
    ["en", "in stock again"],
    ["uk", "знову є на складі"],
    ["ru", "снова есть на складе"],
    ["bg", "отново е в наличност"],
  ])("says in %s that it is back, once it is", (language, said_so) => {
    const script = said("resolve_shortage", language, FULL)
    expect(script).toContain(said_so)
    expect(script).not.toContain("Kettle (2)")
  })
})

describe("the script about money that is due", () => {
  it.each(SCRIPT_LANGUAGES)("says how much in %s", (language) => {
    expect(said("refund_due", language, FULL)).toContain("₴150")
    expect(said("payment_due", language, FULL)).toContain("₴130")
  })
})

describe("the script to arrange a delivery", () => {
  const known = knownFacts(DECLARED).example
  const saidFor = (language: string, reason: string) =>
    said("arrange_delivery", language, FULL, {
      ...known,
      window: { ...Object(known.window), reason },
    })

  it.each(SCRIPT_LANGUAGES)("offers what is free in %s", (language) => {
    expect(saidFor(language, "no_window")).toContain(
      "Friday, 28 November, 14:00–16:00; 18:00–20:00"
    )
  })

  it.each([
    ["window_full", "the time that you chose is no longer free: Thursday"],
    ["over_capacity", "the time that we agreed on: Friday, 28 November"],
    ["outgrown", "has grown, and there is not enough room for all of it"],
    ["units_unknown", "make sure that there is room for all of your order"],
    ["address_changed", "Your delivery has changed"],
    ["attempt_failed", "nobody was at home"],
    ["", "the time that we agreed on: Friday, 28 November, 14:00–16:00. Would"],
  ])("says why in English: %s", (reason, why) => {
    expect(saidFor("en", reason)).toContain(why)
  })
})

describe("the script about a late delivery", () => {
  it.each(SCRIPT_LANGUAGES)("says when the courier comes in %s", (language) => {
    const script = said("delivery_late", language, FULL)
    expect(script).toContain("Friday, 28 November, 14:00–16:00")
    expect(script).toContain("16:25")
  })
})
