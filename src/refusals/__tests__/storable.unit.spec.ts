import fc from "fast-check"
import { momentOf, refuseUnstorable } from ".."

const NUL = "a\0b"

function refusedAt(value: unknown): unknown {
  try {
    refuseUnstorable(value, ["input"])
    return null
  } catch (error) {
    return error
  }
}

describe("what cannot be stored", () => {
  it.each<[string, unknown, string, (string | number)[]]>([
    ["a text with NUL", NUL, "invalid_character", []],
    ["half of a pair", { a: ["\ud83d"] }, "invalid_character", ["a", 0]],
    ["the other half", ["x", "\udc00y"], "invalid_character", [1]],
    ["a key with NUL", { [NUL]: 1 }, "invalid_character", [NUL]],
    ["no number", { a: NaN }, "wrong_kind", ["a"]],
    ["an endless number", [-Infinity], "wrong_kind", [0]],
    ["an invalid time", { at: new Date(NaN) }, "no_moment", ["at"]],
    ["a far time", { at: new Date(8.64e15) }, "date_out_of_range", ["at"]],
    [
      "a key that sets a prototype",
      JSON.parse('{"a":{"__proto__":{}}}'),
      "unknown_fields",
      ["a", "__proto__"],
    ],
  ])("is refused with its path: %s", (_, value, code, path) => {
    expect(refusedAt(value)).toMatchObject({ code, path: ["input", ...path] })
  })

  it("is anything that contains itself, or is nested without end", () => {
    const itself: Record<string, unknown> = {}
    itself.again = [itself]
    expect(refusedAt(itself)).toMatchObject({ code: "too_deep" })
    expect(
      refusedAt(JSON.parse("[".repeat(5_000) + "]".repeat(5_000)))
    ).toMatchObject({ code: "too_deep" })
  })

  it("is nothing that JSON carries otherwise", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 20, stringUnit: "grapheme" }),
        (value) => {
          const hasNul = JSON.stringify(value).includes("\\u0000")
          expect(refusedAt(value) === null).toBe(
            !hasNul && !JSON.stringify(value).includes('"__proto__"')
          )
        }
      ),
      { seed: 9 }
    )
  })

  it("leaves alone what is no input: maps, classes, functions", () => {
    class Own {
      readonly text = NUL
    }
    expect(
      refusedAt([new Map([[NUL, 1]]), new Own(), () => NUL, undefined, null])
    ).toBeNull()
  })
})

describe("a time that code gives", () => {
  it.each<[string, unknown, string]>([
    ["a word", "soon", "no_moment"],
    [
      "an object that makes itself a text",
      { toString: () => "2026" },
      "no_moment",
    ],
    ["an object that cannot", { toString: "x" }, "no_moment"],
    ["a list", ["2026-11-27"], "no_moment"],
    ["the year 28202", "+028202-01-01T00:00:00Z", "date_out_of_range"],
    ["the year 0", "0000-01-01T00:00:00Z", "date_out_of_range"],
  ])("is none: %s", (_, given, code) => {
    expect(() => Reflect.apply(momentOf, undefined, [given, ["at"]])).toThrow(
      expect.objectContaining({ code, path: ["at"] })
    )
  })

  it("is one as a text, and as a Date", () => {
    const noon = "2026-11-27T12:00:00Z"
    expect(momentOf(noon, ["at"])).toEqual(new Date(noon))
    expect(momentOf(new Date(noon), ["at"])).toEqual(new Date(noon))
  })
})
