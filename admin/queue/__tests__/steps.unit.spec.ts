import type { FollowUp } from "../../api/follow-up"
import { wayFrom } from "../steps"

/** Gone rows as capitals. */
const rows = (ids: string) =>
  [...ids].map((id) => ({
    task: { id: id.toLowerCase() } as FollowUp,
    gone: id !== id.toLowerCase(),
  }))

describe("the way through the list", () => {
  it("goes to the rows beside, past those that are gone", () => {
    expect(wayFrom(rows("abCd"), "b")).toEqual({
      previous: "a",
      next: "d",
      following: "d",
      position: 2,
      total: 3,
    })
  })

  it("starts over with what was passed over when the end is done", () => {
    expect(wayFrom(rows("abc"), "c")).toMatchObject({
      next: null,
      following: "a",
    })
  })

  it("ends when nothing else is left", () => {
    expect(wayFrom(rows("Ab"), "b").following).toBeNull()
    expect(wayFrom([], null)).toMatchObject({ following: null, total: 0 })
  })

  it("goes on from a row that is gone", () => {
    expect(wayFrom(rows("aBc"), "b")).toMatchObject({
      previous: "a",
      next: "c",
      position: null,
    })
  })

  it("starts at the top from a task that is not in the list", () => {
    expect(wayFrom(rows("ab"), "z")).toEqual({
      previous: null,
      next: "a",
      following: "a",
      position: null,
      total: 2,
    })
  })
})
