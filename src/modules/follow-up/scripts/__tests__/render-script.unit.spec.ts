import { PLUGIN_DESK } from "../../__tests__/plugin-desk"
import { taskTypeOf } from "../../rules/settings"
import { renderAnswer, renderScript, renderText } from "../render-script"
import { EMPTY_FACTS, EXAMPLE_FACTS, knownFacts } from "../variables"

const scriptsOf = (type: string) => taskTypeOf(type, PLUGIN_DESK).scripts

/** What kinds of work declare, besides. */
const DECLARED = PLUGIN_DESK.script_variables

const facts = () => ({ ...knownFacts(DECLARED).example, shop: "Чайна" })

const say = (
  scripts: Record<string, string>,
  languages: string[],
  type = "confirm_order"
) => renderScript(scriptsOf(type), scripts, languages, facts, DECLARED)

describe("a script", () => {
  it("is the playbook's in the customer's language", () => {
    expect(say({ en: "Hello", bg: "Здравейте" }, ["bg", "en"])).toEqual({
      text: "Здравейте",
      language: "bg",
      faulty: [],
    })
  })

  it("is the plugin's in their language, before the playbook's in another", () => {
    expect(say({ en: "Hello" }, ["bg", "en"])).toMatchObject({
      text: expect.stringContaining("Чайна"),
      language: "bg",
    })
  })

  it("is in the language of the dashboard where nobody wrote in theirs", () => {
    expect(say({ ru: "Здравствуйте" }, ["de", "ru"]).text).toBe("Здравствуйте")
  })

  it("is in English where nobody wrote in either", () => {
    expect(say({}, ["de", "fr"])).toMatchObject({
      text: expect.stringMatching(/^Hello, Olena Kovalenko!/),
      language: "en",
    })
  })

  it("of a type of the shop's is in any language rather than none", () => {
    const scripts = { uk: "Вітаю" }
    expect(say(scripts, ["de", "en"], "verify_payment")).toMatchObject({
      text: "Вітаю",
      language: "uk",
    })
    expect(say({}, ["uk"], "verify_payment")).toEqual({
      text: "",
      language: null,
      faulty: [],
    })
  })

  it("is filled with facts in its own language", () => {
    const { text } = renderScript(
      scriptsOf("verify_payment"),
      { uk: "{{ promised_time }}" },
      ["de", "uk"],
      (language) => ({ ...EMPTY_FACTS, promised_time: `time in ${language}` })
    )
    expect(text).toBe("time in uk")
  })

  it("that is broken gives way to the plugin's, and is named", () => {
    expect(say({ uk: "Вітаю {{ customr }}" }, ["uk"])).toEqual({
      text: expect.stringMatching(/^Вітаю, Olena Kovalenko!/),
      language: "uk",
      faulty: [
        {
          language: "uk",
          fault: expect.objectContaining({
            kind: "unknown_variable",
            line: 1,
            column: 10,
          }),
        },
      ],
    })
  })

  it("that fails on this order only gives way, too", () => {
    const long = {
      ...facts(),
      order: {
        ...EXAMPLE_FACTS.order,
        items: Array.from({ length: 400 }, () => "x".repeat(100)),
      },
    }
    const scripts = { en: '{{ order.items | join: " " }}' }
    expect(
      renderScript(
        scriptsOf("complete_contact"),
        scripts,
        ["en"],
        () => long,
        DECLARED
      )
    ).toMatchObject({
      text: expect.stringMatching(/^Hello, /),
      faulty: [{ fault: { kind: "failed" } }],
    })
  })
})

it("asks for another number without saying that there was none", () => {
  const said = (wrong_phone: string) =>
    renderScript(
      scriptsOf("complete_contact"),
      {},
      ["uk"],
      () => ({ ...facts(), contact: { wrong_phone } }),
      DECLARED
    ).text
  expect(said("067 123 45 67")).toContain(
    "за номером 067 123 45 67 відповіла інша людина."
  )
  expect(said("")).toContain("не маємо вашого номера телефону.")
})

describe("a canned answer", () => {
  const texts = { uk: "Так", en: "Yes" }

  it.each([
    [["uk", "en"], "Так"],
    [["de"], "Yes"],
  ])("for %j is %j", (languages, text) => {
    expect(renderAnswer(texts, languages, facts).text).toBe(text)
  })

  it("is in any language rather than none", () => {
    expect(renderAnswer({ bg: "Да" }, ["de"], facts).text).toBe("Да")
  })

  it.each([
    [
      "Dear {{ customer.name }}, order {{ order.number }}",
      "Dear {{ customer.name }}, order 1042",
    ],
    ["Order {{ order.number }}", null],
    ["Dear{% if customer.name %} {{ customer.name }}{% endif %}", null],
    ["{% assign to = order.number %}{{ to }}", null],
    ["{{ customer.name | default: order.number }}", null],
  ])("leaves what has no value to be written: %s", (text, unfilled) => {
    const facts = { customer: { name: "" }, order: { number: "1042" } }
    expect(renderAnswer({ en: text }, ["en"], () => facts).unfilled).toBe(
      unfilled
    )
  })
})

it("a text says everything that is wrong with it", () => {
  expect(renderText("{{ a }}{{ b }}", EXAMPLE_FACTS)).toEqual({
    text: null,
    faults: [
      expect.objectContaining({ name: "a" }),
      expect.objectContaining({ name: "b" }),
    ],
  })
  expect(renderText(" {{ agent }}\n", EXAMPLE_FACTS)).toEqual({
    text: "Marta Savchenko",
    faults: [],
  })
})
