import type { FollowUp } from "../../api/follow-up"
import type { TaskOfCall } from "../../api/queries"
import { contactOf, isOfCall, mergeTasks, nextOpen } from "../merge-tasks"

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

describe("a task on the sheet of a call", () => {
  const of = (id: string, person_id: string | null) => ({
    follow_up: { id, call: person_id === null ? null : { person_id } },
  })

  it.each([
    ["is listed in it", of("a", "anna"), true],
    ["is settled", of("b", null), true],
    // Somebody else has settled it, which is not known here yet.
    ["was in it", of("b", "anna"), true],
    ["is in another's call", of("b", "borys"), false],
  ])("that %s", (_, task, stays) => {
    expect(isOfCall(task, [of("a", "anna")])).toBe(stays)
  })

  it("stays while its person is read anew", () => {
    expect(isOfCall(of("a", "before"), [of("a", "after")])).toBe(true)
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
  const task = (id: string, status: FollowUp["status"] = "open") =>
    ({
      follow_up: { id, status, call: { contact: { task_id: "c" } } },
    }) as TaskOfCall

  it("is the one with the number that the server names", () => {
    expect(contactOf([task("a"), task("c")])?.follow_up.id).toBe("c")
  })

  it("is one that is still open", () => {
    expect(
      contactOf([task("c", "completed"), task("a"), task("b")])?.follow_up.id
    ).toBe("a")
  })

  it("is the first if all are settled", () => {
    expect(contactOf([task("a", "completed")])?.follow_up.id).toBe("a")
  })
})
