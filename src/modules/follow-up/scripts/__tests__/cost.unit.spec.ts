import {
  MOST_COST,
  MOST_LANGUAGES,
  parseTexts,
} from "../../rules/playbooks/parse-playbook"
import { checkedScript, checkInTurn } from "../check-script"
import { renderScript } from "../render-script"
import { EXAMPLE_FACTS } from "../variables"

/** 200,000 for each of the up to four times that a check runs a script. */
const MOST_FOR_ONE = 4 * 200_000 + 20_000

const nested = (open: string, deep: number) =>
  open.repeat(deep) + "{% endfor %}".repeat(deep)

const WORST: readonly [name: string, text: string][] = [
  ["loops within loops", nested("{% for i in order.items %}", 250)],
  ["loops over ranges", nested("{%for i in(1..9)%}", 300)],
  ["loops over empty ranges", nested("{%for i in(1..0)%}", 300)],
  ["many loops", "{%for i in(1..400)%}{{i}}{%endfor%}".repeat(280)],
  [
    "long chains of filters",
    `{%for i in(1..9999)%}{{''${"|upcase".repeat(1_300)}}}{%endfor%}`,
  ],
  [
    "long conditions",
    `{%for i in(1..9999)%}{%if shop ${"and shop ".repeat(1_000)}%}{%endif%}{%endfor%}`,
  ],
  [
    "many values",
    `{%for i in(1..9999)%}{%case i%}{%when ${"0,".repeat(4_000)}0%}{%endcase%}{%endfor%}`,
  ],
]

const inLanguages = (count: number, text: (n: number) => string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const letters = [Math.floor(n / 26), n % 26]
      const tag = `q${letters.map((n) => String.fromCharCode(97 + n)).join("")}`
      return [tag, text(n)]
    })
  )

it.each(WORST)("%s cost no more than any text may", (_, text) => {
  expect(text.length).toBeLessThanOrEqual(10_000)
  expect(checkedScript(text).cost).toBeLessThanOrEqual(MOST_FOR_ONE)
})

it("a text that runs too long says so", () => {
  expect(
    checkedScript(nested("{% for i in order.items %}", 40)).faults
  ).toEqual([
    expect.objectContaining({
      kind: "failed",
      message:
        "it takes too much work: it repeats too often, or makes too long texts",
    }),
  ])
})

it("others get their turn after each text, and each is checked once", async () => {
  const pause = jest.fn(async () => {})
  const sound = Array.from({ length: 20 }, (_, n) => `{{ shop }} ${n}`)
  await checkInTurn(sound, [], MOST_COST, pause)
  expect(pause).toHaveBeenCalledTimes(20)

  const [first = ""] = sound
  expect(checkedScript(first)).toBe(checkedScript(first))
})

it("the checks end where the texts are refused anyway", async () => {
  const pause = jest.fn(async () => {})
  await checkInTurn(["fine", "{{ broken }}", "fine, too"], [], MOST_COST, pause)
  expect(pause).toHaveBeenCalledTimes(2)

  const { cost } = checkedScript("one")
  await checkInTurn(["one", "two", "three"], [], cost + 1, pause)
  expect(pause).toHaveBeenCalledTimes(4)
})

it("texts in too many languages are refused before any is checked", () => {
  const texts = inLanguages(MOST_LANGUAGES + 1, () => "{{ broken }}")
  expect(() => parseTexts(texts, [], "texts", [])).toThrow(
    expect.objectContaining({
      code: "too_many_languages",
      path: ["texts"],
      values: { count: 51, max: 50 },
      message:
        "texts has texts in 51 languages; it may have them in at most 50",
    })
  )
})

it("texts in as many languages as may be are accepted", () => {
  const texts = inLanguages(MOST_LANGUAGES, (n) => `{{ shop }} ${n}`)
  expect(parseTexts(texts, [], "texts", [])).toEqual(texts)
})

it("texts that each are accepted may be too much together", () => {
  const round = "x".repeat(100)
  const texts = inLanguages(
    MOST_LANGUAGES,
    (n) => `${n}{% for i in (1..150) %}${round}{% endfor %}`
  )
  for (const text of Object.values(texts)) {
    expect(checkedScript(text).faults).toEqual([])
  }
  expect(() => parseTexts(texts, [], "texts", [])).toThrow(
    expect.objectContaining({
      code: "script_too_much_together",
      path: ["texts", expect.stringMatching(/^q/)],
      values: { cost: expect.any(Number), max: MOST_COST },
    })
  )
})

it("a call sheet tries only some of a shop's faulty texts", () => {
  const factsIn = jest.fn(() => EXAMPLE_FACTS)
  const scripts = inLanguages(190, (n) => `{{ broken${n} }}`)
  const { text, faulty } = renderScript({}, scripts, ["en"], factsIn)
  expect([text, faulty.length]).toEqual(["", 8])
})
