import { PLUGIN_DESK } from "../../__tests__/plugin-desk"
import type { Task } from "../../task/task"
import { offeredAnswers, parseCannedAnswer } from "../canned-answer"
import { firstAnswers } from "../change-canned-answers"
import { SCRIPT_LANGUAGES, type ScriptLanguage } from "../../scripts/languages"
import { renderAnswer } from "../../scripts/render-script"
import { EMPTY_FACTS, EXAMPLE_FACTS } from "../../scripts/variables"

const TYPES = PLUGIN_DESK

const answersIn = (language: ScriptLanguage) =>
  firstAnswers({ ...PLUGIN_DESK, language })

const thanks = { name: "Thanks", types: [], texts: { en: "Thank you!" } }

it.each(SCRIPT_LANGUAGES)(
  "the answers that a shop begins with have names of their own in %s",
  (language) => {
    const names = answersIn(language).map(({ name }) => name)
    expect(new Set(names).size).toBe(3)
    expect(names.some((name) => /[а-я]/i.test(name))).toBe(language !== "en")
  }
)

describe.each(answersIn("en"))(
  "the answer that a shop begins with: $name",
  (answer) => {
    it("is one that the shop could have written", () => {
      expect(parseCannedAnswer(answer, [], TYPES)).toEqual(answer)
      expect(Object.keys(answer.texts)).toEqual([...SCRIPT_LANGUAGES])
    })

    it.each(SCRIPT_LANGUAGES)(
      "reads well in %s, whatever is known",
      (language) => {
        const full = renderAnswer(answer.texts, [language], () => EXAMPLE_FACTS)
        const bare = renderAnswer(answer.texts, [language], () => ({
          ...EMPTY_FACTS,
          shop: EXAMPLE_FACTS.shop,
          opens_at: EXAMPLE_FACTS.opens_at,
        }))
        for (const { text } of [full, bare]) {
          expect(text).toContain(EXAMPLE_FACTS.shop)
          expect(text).not.toMatch(/[{}%]/)
          expect(text).not.toMatch(/ [.,:;!?]/)
          expect(text).not.toMatch(/[,:;]\s*[.,:;]/)
          expect(text).not.toMatch(/\n\s*\n/)
          expect(text).not.toMatch(/ {2}/)
        }
        expect(full.text).toContain("Olena")
        expect(full.text).toContain("1042")
      }
    )
  }
)

it("the answer that the shop is closed says nothing while it is open", () => {
  const texts = answersIn("en").map((answer) =>
    renderAnswer(answer.texts, ["en"], () => ({
      ...EXAMPLE_FACTS,
      opens_at: "",
    })).text.trim()
  )
  expect(texts.filter((text) => text === "")).toHaveLength(1)
})

it("texts that say nothing are left out, and a type is named once", () => {
  expect(
    parseCannedAnswer(
      {
        name: " Thanks ",
        types: ["confirm_order", "confirm_order"],
        texts: { en: "Thank you!", uk: " " },
      },
      [],
      TYPES
    )
  ).toEqual({
    name: "Thanks",
    types: ["confirm_order"],
    texts: { en: "Thank you!" },
  })
})

it.each([
  [
    { texts: "Thanks" },
    /^texts was "Thanks"; it must be an object with a text for each language/,
  ],
  [
    { texts: {} },
    /^texts says nothing; it must have a text in one language at least$/,
  ],
  [{ types: "all" }, /^types was "all"; it must be a list of task types/],
  [
    { types: ["sing"] },
    /^types\[0\] was "sing"; it must be one of confirm_order, complete_contact, resolve_shortage, refund_due, payment_due, arrange_delivery, delivery_late$/,
  ],
  [{ name: "" }, /^name was ""; it may be 1 to 100 characters$/],
  [
    { name: "thanks again" },
    /^name was "thanks again"; another canned answer is called "Thanks again" already$/,
  ],
  [{ sort: 1 }, /^sort is not a field of a canned answer$/],
])("%j is refused", (set, says) => {
  expect(() =>
    parseCannedAnswer({ ...thanks, ...set }, ["Thanks again"], TYPES)
  ).toThrow(says)
})

describe("the answers that are offered", () => {
  const answer = (id: string, types: string[] = []) => ({ id, types })
  const answers = [
    answer("all"),
    answer("orders", ["confirm_order"]),
    answer("numbers", ["complete_contact"]),
  ]
  const task = {
    type: "confirm_order",
    status: "open",
    fallback: null,
  } as const

  const offered = (
    set: Partial<Pick<Task, "type" | "status" | "fallback">>,
    canned_answer_id: string | null = null
  ) =>
    offeredAnswers(
      answers,
      { ...task, ...set },
      { kind: "message_customer", canned_answer_id }
    ).map(({ id, for_now }) => (for_now ? `${id} for now` : id))

  it("are those of its types; without any, it is one for all", () => {
    expect(offered({})).toEqual(["all", "orders"])
    expect(offered({ type: "complete_contact" })).toEqual(["all", "numbers"])
    expect(offered({ type: "other" })).toEqual(["all"])
  })

  it("begin with the one that the playbook names, of whatever type, once the task turned to it", () => {
    const used = { fallback: "message_customer" } as const
    expect(offered(used, "orders")).toEqual(["orders for now", "all"])
    expect(offered(used, "numbers")).toEqual([
      "numbers for now",
      "all",
      "orders",
    ])
  })

  it.each([
    ["before its attempts are used up", {}, "orders"],
    ["for a task that was handed over", { fallback: "hand_over" }, "orders"],
    [
      "for one that is closed",
      { fallback: "message_customer", status: "completed" },
      "orders",
    ],
    ["where none is named", { fallback: "message_customer" }, null],
    ["where it is gone", { fallback: "message_customer" }, "gone"],
  ] as const)("have none for now %s", (_, set, named) => {
    expect(offered(set, named)).toEqual(["all", "orders"])
  })
})
