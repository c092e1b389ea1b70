import type { FollowUp } from "../../api/follow-up"
import type { TaskOfCall } from "../../api/queries"
import { contactOf, mergeTasks, nextOpen } from "../merge-tasks"

const said = (id: string, as_of = "2026-11-20T10:00:00.000Z") => ({
  follow_up: { id, as_of },
})

const ids = (tasks: readonly { follow_up: { id: string } }[]) =>
  tasks.map(({ follow_up }) => follow_up.id).join("")

const merged = (shown: string, latest: string) =>
  ids(
    mergeTasks(
      [...shown].map((id) => said(id)),
      [...latest].map((id) => said(id))
    )
  )

describe("the tasks on a sheet", () => {
  it("stay where they are, whichever the server lists first", () => {
    expect(merged("abc", "cab")).toBe("abc")
  })

  it("stay once they are settled, and no longer part of the call", () => {
    expect(merged("abc", "bc")).toBe("abc")
  })

  it("come last if they join the call", () => {
    expect(merged("ab", "nab")).toBe("abn")
  })

  it("are as they were read last, whichever answer comes last", () => {
    const before = said("a", "2026-11-20T10:00:00.000Z")
    const after = said("a", "2026-11-20T10:00:01.000Z")
    expect(mergeTasks([before], [after])).toEqual([after])
    expect(mergeTasks([after], [before])).toEqual([after])
  })
})

/** Closed tasks as capitals. */
const tasks = (of: string) =>
  [...of].map((id) => ({
    id,
    status: (id === id.toLowerCase() ? "open" : "completed") as
      "open" | "completed",
  }))

describe("the task to settle next", () => {
  it.each([
    ["abc", "a", "b"],
    ["aBc", "a", "c"],
    ["abC", "b", "a"],
    ["ABc", "z", "c"],
  ])("in %s, after %s, is %s", (of, after, next) => {
    expect(nextOpen(tasks(of), after)?.id).toBe(next)
  })

  it("is none if all others are settled", () => {
    expect(nextOpen(tasks("aBC"), "a")).toBeUndefined()
  })
})

describe("the task to call about", () => {
  const task = (
    id: string,
    phone: string | null,
    phone_e164: string | null,
    status: FollowUp["status"] = "open"
  ) => ({ follow_up: { id, phone, phone_e164, status } }) as TaskOfCall

  it("is the first with a number that can be called", () => {
    expect(
      contactOf([
        task("a", null, null),
        task("b", "later", null),
        task("c", "067 000 00 01", "+380670000001"),
      ])?.follow_up.id
    ).toBe("c")
  })

  it("is one that is still open", () => {
    expect(
      contactOf([
        task("a", "067 000 00 01", "+380670000001", "completed"),
        task("b", null, null),
      ])?.follow_up.id
    ).toBe("b")
  })

  it("is the first if all are settled", () => {
    expect(contactOf([task("a", null, null, "completed")])?.follow_up.id).toBe(
      "a"
    )
  })
})
