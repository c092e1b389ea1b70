import type { FollowUp } from "../../api/follow-up"
import { wayFrom } from "../steps"
import type { Row } from "../use-stable-rows"

/** Gone rows as capitals. */
const rows = (keys: string): Row[] =>
  [...keys].map((key) => ({
    key: key.toLowerCase(),
    task: { id: `task of ${key}` } as FollowUp,
    gone: key !== key.toLowerCase(),
  }))

const way = (keys: string, from: string | null) => {
  const { previous, next, following, ...place } = wayFrom(rows(keys), from)
  return {
    previous: previous?.key ?? null,
    next: next?.key ?? null,
    following: following?.key ?? null,
    ...place,
  }
}

describe("the way through the list", () => {
  it("goes to the rows beside, past those that are gone", () => {
    expect(way("abCd", "b")).toEqual({
      previous: "a",
      next: "d",
      following: "d",
      position: 2,
      total: 3,
    })
  })

  it("starts over with what was passed over when the end is done", () => {
    expect(way("abc", "c")).toMatchObject({
      next: null,
      following: "a",
    })
  })

  it("ends when nothing else is left", () => {
    expect(way("Ab", "b").following).toBeNull()
    expect(way("", null)).toMatchObject({ following: null, total: 0 })
  })

  it("goes on from a row that is gone", () => {
    expect(way("aBc", "b")).toMatchObject({
      previous: "a",
      next: "c",
      position: null,
    })
  })

  it("starts at the top from a row that is not in the list", () => {
    expect(way("ab", "z")).toEqual({
      previous: null,
      next: "a",
      following: "a",
      position: null,
      total: 2,
    })
  })
})
