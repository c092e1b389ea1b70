import { arrangeRows, withoutGone, type Place } from "../arrange-rows"

const places = (ids: string): Place[] =>
  [...ids].map((id) => ({
    id: id.toLowerCase(),
    gone: id !== id.toLowerCase(),
  }))

/** Gone rows as capitals: `aBc`. */
const told = (arranged: readonly Place[]) =>
  arranged.map(({ id, gone }) => (gone ? id.toUpperCase() : id)).join("")

describe("a list that nobody is in", () => {
  it("is in the server's order", () => {
    const { places: arranged, held } = arrangeRows({
      shown: places("abc"),
      latest: ["c", "d", "a"],
      hold: "free",
      anchor: null,
    })
    expect(told(arranged)).toBe("cda")
    expect(held).toEqual([])
  })

  it("is in the server's order when it is shown first, whoever is in it", () => {
    const { places: arranged } = arrangeRows({
      shown: null,
      latest: ["b", "a"],
      hold: "pointer",
      anchor: null,
    })
    expect(told(arranged)).toBe("ba")
  })
})

describe("a list under the pointer", () => {
  const arrange = (shown: string, latest: string) => {
    const { places: arranged, held } = arrangeRows({
      shown: places(shown),
      latest: [...latest],
      hold: "pointer",
      anchor: null,
    })
    return { rows: told(arranged), held: held.join("") }
  }

  it("keeps every row in its place, whatever the new order", () => {
    expect(arrange("abc", "cab").rows).toBe("abc")
  })

  it("keeps what left it, marked as gone", () => {
    expect(arrange("abc", "ac").rows).toBe("aBc")
  })

  it("takes a new row at its end", () => {
    expect(arrange("abc", "abcd")).toEqual({ rows: "abcd", held: "" })
  })

  it("holds a new row that belongs above another", () => {
    expect(arrange("abc", "dabc")).toEqual({ rows: "abc", held: "d" })
    expect(arrange("abc", "abdc")).toEqual({ rows: "abc", held: "d" })
  })

  it("lets a held row in once nothing is below its place", () => {
    expect(arrange("abC", "abd")).toEqual({ rows: "abCd", held: "" })
  })

  it("takes back a row that had gone, where it was", () => {
    expect(arrange("aBc", "bac").rows).toBe("abc")
  })

  it("takes several at its end in their order", () => {
    expect(arrange("ab", "abde").rows).toBe("abde")
  })
})

describe("a list with the keyboard at a row", () => {
  const arrange = (latest: string, anchor: string | null) => {
    const { places: arranged, held } = arrangeRows({
      shown: places("abcd"),
      latest: [...latest],
      hold: "keys",
      anchor,
    })
    return { rows: told(arranged), held: held.join("") }
  }

  it("takes a new row below it, below those with less time left", () => {
    expect(arrange("abcnd", "b")).toEqual({ rows: "abcnd", held: "" })
    expect(arrange("abncd", "b")).toEqual({ rows: "abncd", held: "" })
  })

  it("holds a new row that would push it down", () => {
    expect(arrange("anbcd", "b")).toEqual({ rows: "abcd", held: "n" })
    expect(arrange("nabcd", "b")).toEqual({ rows: "abcd", held: "n" })
  })

  it("is shown again in its place once it is back", () => {
    expect(arrange("abncd", "n")).toEqual({ rows: "abncd", held: "" })
    expect(arrange("nabcd", "n")).toEqual({ rows: "nabcd", held: "" })
  })

  it("lets go of what had gone below it, once there is other news", () => {
    const { places: arranged } = arrangeRows({
      shown: places("AbCd"),
      latest: ["b", "d"],
      hold: "keys",
      anchor: "b",
    })
    expect(told(arranged)).toBe("Abd")
  })

  it("moves nothing while the row is not known", () => {
    expect(arrange("nabcd", "z")).toEqual({ rows: "abcd", held: "n" })
  })
})

describe("sweeping", () => {
  it("takes away what is gone, but for the row that was just finished", () => {
    expect(told(withoutGone(places("aBcD"), "d"))).toBe("acD")
    expect(told(withoutGone(places("aBcD"), null))).toBe("ac")
  })
})
