import type { FollowUp } from "../../api/follow-up"
import { openedBehind, wayFrom } from "../steps"
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

  it("goes on from a row that is gone, which keeps its place meanwhile", () => {
    expect(way("aBcD", "b")).toEqual({
      previous: "a",
      next: "c",
      following: "c",
      position: 2,
      total: 3,
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

describe("what is opened behind the task on the sheet", () => {
  const row = (id: string, status: FollowUp["status"], gone = false): Row[] => [
    { key: "a", task: { id, status } as FollowUp, gone },
  ]

  it("is the open task that leads the row instead", () => {
    expect(openedBehind(row("new", "open"), "a", "old")?.id).toBe("new")
  })

  it("is neither the task itself, nor one that waits, nor one that is gone", () => {
    expect(openedBehind(row("old", "open"), "a", "old")).toBeNull()
    expect(openedBehind(row("new", "waiting"), "a", "old")).toBeNull()
    expect(openedBehind(row("new", "open", true), "a", "old")).toBeNull()
    expect(openedBehind([], "a", "old")).toBeNull()
  })
})
