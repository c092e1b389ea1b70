import { serializeError } from "@medusajs/framework/utils"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { isRefusal, Refusal, REFUSALS } from "../index"

describe("a refusal", () => {
  it("says what it is, where, and with which values", () => {
    expect(
      new Refusal("not_one_of", { was: "huge", allowed: ["low", "high"] }, [
        "steps",
        1,
        "priority",
      ])
    ).toMatchObject({
      type: "invalid_data",
      code: "not_one_of",
      message: 'steps[1].priority was "huge"; it must be one of low, high',
      path: ["steps", 1, "priority"],
      values: { was: "huge", allowed: ["low", "high"] },
    })
  })

  it("is as the documentation has it", () => {
    const page = readFileSync(
      join(__dirname, "../../../docs/admin-api.md"),
      "utf8"
    )
    const [, sample = "{}"] =
      /### Refusals\n\n```json\n([^`]+)```/.exec(page) ?? []
    const { path, values, ...rest } = JSON.parse(sample)

    expect(new Refusal("answer_missing", values, path)).toMatchObject(rest)
  })

  it("says that a field is missing, and tells no value of it", () => {
    const refusal = new Refusal("unknown_user", { was: undefined }, ["user_id"])

    expect(refusal.message).toMatch(/^user_id is missing; it must be/)
    expect(refusal.values).toEqual({})
  })

  it("puts each of several words in quotes where the text has them", () => {
    expect(
      new Refusal(
        "outcome_not_of_type",
        { outcome: "sold", type: "call", allowed: ["yes", "no"] },
        ["outcome"]
      ).message
    ).toBe('outcome was "sold"; a call task may end with "yes", "no"')
  })

  it("tells moments as ISO 8601, and of what is long no more than can be read", () => {
    const at = new Date("2026-11-27T09:00:00Z")
    expect(new Refusal("wait_passed", { at }).values).toEqual({
      at: "2026-11-27T09:00:00.000Z",
    })
    const { message, values } = new Refusal("wrong_kind", {
      was: { deep: "x".repeat(10_000) },
      expected: "true or false",
    })
    expect(message.length).toBeLessThan(200)
    expect(String(values.was).length).toBeLessThan(200)
  })

  it("learns a name for an id", () => {
    expect(
      new Refusal("already_claimed", { assignee: "user_1" }).told({
        assignee: "Olena",
      })
    ).toMatchObject({
      code: "already_claimed",
      message: "This task was already claimed by Olena",
      values: { assignee: "Olena" },
    })
  })

  it("is still one once a workflow has copied it", () => {
    const refusal = new Refusal("task_not_found", { id: "futask_1" })
    const copy: unknown = JSON.parse(JSON.stringify(serializeError(refusal)))

    expect(copy).not.toBeInstanceOf(Refusal)
    expect(isRefusal(copy)).toBe(true)
    expect(isRefusal(new Error("The power failed"))).toBe(false)
    expect(isRefusal({ code: "23505", path: [], values: {} })).toBe(false)
  })
})

describe("the server's sources", () => {
  const SRC = join(__dirname, "..", "..")
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("__tests__"))
    .map((path) => ({ path, text: readFileSync(join(SRC, path), "utf8") }))

  it("refuse nothing without a code", () => {
    const refusing = files
      .filter(({ text }) =>
        /new MedusaError\(\s*MedusaError\.Types\.(INVALID_DATA|NOT_ALLOWED|NOT_FOUND|FORBIDDEN)/.test(
          text
        )
      )
      .map(({ path }) => path)

    // Options keep the server from starting: only a developer reads of them.
    expect(refusing).toEqual(["modules/follow-up/options/option-fault.ts"])
  })

  it("use every code", () => {
    const used = files
      .filter(({ path }) => !path.endsWith("texts.ts"))
      .map(({ text }) => text)
      .join("\n")
    const unused = Object.keys(REFUSALS).filter(
      (code) => !used.includes(`"${code}"`) && !code.startsWith("script_")
    )
    expect(unused).toEqual([])
  })
})
