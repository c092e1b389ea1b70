import {
  type ScriptFacts,
  renderScript,
  scriptLanguage,
} from "../render-script"
import { SCRIPT_LANGUAGES, SCRIPTS } from "../scripts"
import { TASK_TYPES } from "../playbooks"

const FULL: ScriptFacts = {
  shop: "Чайна",
  agent: "Петро",
  customer: "Олена Коваленко",
  order: {
    number: "1042",
    items: ["Чайник", "Фільтр × 2"],
    total: "2 398 ₴",
    delivery: "Нова пошта",
    address: "Київ, вул. Садова, 1",
  },
}

const EMPTY: ScriptFacts = {
  shop: "",
  agent: "",
  customer: "",
  order: { number: "", items: [], total: "", delivery: "", address: "" },
}

const EVERY_SCRIPT = TASK_TYPES.flatMap((type) =>
  SCRIPT_LANGUAGES.map((language) => [type, language] as const)
)

it("there is one for each type", () => {
  expect(Object.keys(SCRIPTS)).toEqual(TASK_TYPES)
})

describe.each(EVERY_SCRIPT)("the script of %s in %s", (type, language) => {
  it("says who calls whom about what", () => {
    const script = renderScript(type, language, FULL)
    for (const fact of ["Чайна", "Петро", "Олена Коваленко", "1042"]) {
      expect(script).toContain(fact)
    }
    expect(script).not.toMatch(/[{}%]/)
  })

  it("reads well where nothing is known", () => {
    const script = renderScript(type, language, { ...EMPTY, shop: "Чайна" })
    expect(script).toContain("Чайна")
    expect(script).not.toMatch(/[{}%]/)
    expect(script).not.toMatch(/ [.,:;!?]/)
    expect(script).not.toMatch(/[,:;]\s*[.,:;]/)
    expect(script).not.toMatch(/\n\s*\n/)
    expect(script).not.toMatch(/ {2}/)
    expect(script).not.toMatch(/^\s|\s$/)
  })

  it("leaves what a customer typed as text", () => {
    const customer = "{{ shop }}{% if true %}<b>&amp;</b>"
    const script = renderScript(type, language, { ...FULL, customer })
    expect(script).toContain(customer)
  })
})

describe("the script to confirm an order", () => {
  it.each(SCRIPT_LANGUAGES)("reads out the whole order in %s", (language) => {
    const script = renderScript("confirm_order", language, FULL)
    for (const fact of [
      "Чайник; Фільтр × 2",
      "2 398 ₴",
      "Нова пошта, Київ, вул. Садова, 1",
    ]) {
      expect(script).toContain(fact)
    }
  })

  it("in English is this", () => {
    expect(renderScript("confirm_order", "en", FULL)).toBe(
      `Hello, Олена Коваленко! This is Петро from Чайна. Thank you for order 1042.
You ordered: Чайник; Фільтр × 2. That is 2 398 ₴ in all.
Delivery: Нова пошта, Київ, вул. Садова, 1. Is everything right?
When is it convenient for you to receive it?`
    )
  })

  it("where nothing is known is this", () => {
    expect(renderScript("confirm_order", "en", { ...EMPTY, shop: "Чайна" }))
      .toBe(`Hello! This is Чайна. Thank you for your order.
Is everything right?
When is it convenient for you to receive it?`)
  })
})

it("a type of a shop's own has no script", () => {
  expect(renderScript("gift_wrap", "en", FULL)).toBe("")
})

describe("the language of a script", () => {
  it.each([
    ["uk", "uk"],
    ["UK", "uk"],
    ["ru-UA", "ru"],
    ["bg-BG", "bg"],
    ["en-GB", "en"],
    ["de", "en"],
    ["", "en"],
  ])("for %j is %s", (locale, language) => {
    expect(scriptLanguage(locale)).toBe(language)
  })
})
