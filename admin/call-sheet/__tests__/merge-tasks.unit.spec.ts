import type { FollowUp } from "../../api/follow-up"
import type { TaskOfCall } from "../../api/queries"
import {
  answersOf,
  contactOf,
  hasOrderOf,
  isOfCall,
  isRepeated,
  leftIn,
  mergeTasks,
  nextOpen,
  numbersFoundWrong,
  whoIsCalled,
} from "../merge-tasks"

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

describe("a script", () => {
  it("is repeated below one for the same kind of work", () => {
    const types = ["confirm_order", "complete_contact", "confirm_order"]
    const call = types.map((type) => ({ follow_up: { type } }))
    expect(call.map((_, index) => isRepeated(call, index))).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe("a canned answer", () => {
  const said = (
    answers: string,
    {
      status = "open" as FollowUp["status"],
      for_now = false,
      text = "We are open again from 09:00",
    } = {}
  ) => ({
    follow_up: { status },
    canned_answers: [...answers].map((id) => ({ id, text, for_now })),
  })
  const shown = (...call: ReturnType<typeof said>[]) =>
    call.map((_, index) =>
      answersOf(call, index)
        .map(({ id }) => id)
        .join("")
    )

  it("is offered once in a call", () => {
    expect(shown(said("ab"), said("bc"), said("abc"))).toEqual(["ab", "c", ""])
  })

  it("is offered again where it says something else", () => {
    const about = (number: number) =>
      said("a", { text: `Order ${number} comes today` })
    expect(shown(about(1041), about(1042), about(1042))).toEqual(["a", "a", ""])
  })

  it("goes with the next task once the one above it is settled", () => {
    expect(shown(said("ab", { status: "completed" }), said("ab"))).toEqual([
      "ab",
      "ab",
    ])
  })

  it("stays with the task that it is due for", () => {
    expect(shown(said("a"), said("a", { for_now: true }))).toEqual(["a", "a"])
  })
})

describe("how many tasks a call has", () => {
  it.each([
    ["abc", 3],
    ["aBC", 1],
    // Nothing is left to do, and the sheet is about to close.
    ["AB", 2],
  ])("of %s is %s", (of, left) => {
    expect(leftIn(tasks(of))).toBe(left)
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

describe("whom the sheet shows", () => {
  const numbered = (
    id: string,
    phone: string | null,
    waiting_reason: FollowUp["waiting_reason"] = null
  ) => ({ id, phone, phone_e164: phone, waiting_reason })

  it("stays who was called, once the task with the number is settled", () => {
    const before = numbered("a", "+380671234567")
    expect(whoIsCalled(numbered("b", null), [], before)).toBe(before)
  })

  it("is who has another number, if the next task has one", () => {
    const next = numbered("b", "+380501112233")
    const before = numbered("a", "+380671234567")
    expect(whoIsCalled(next, [next, before], before)).toBe(next)
  })

  it("loses a number at which somebody else answered", () => {
    const before = numbered("a", "+380671234567")
    const wrong = numbered("a", "+380671234567", "new_number")
    const asks = numbered("b", null)
    expect(whoIsCalled(asks, [wrong, asks], before).phone).toBeNull()
    expect(whoIsCalled(wrong, [wrong], before)).toMatchObject({
      id: "a",
      phone: null,
      phone_e164: null,
    })
    expect(numbersFoundWrong([wrong, asks])).toEqual(["+380671234567"])
  })

  it("has a number again once another was received", () => {
    const received = numbered("a", "+380501112233")
    expect(whoIsCalled(received, [received], numbered("a", null))).toBe(
      received
    )
  })
})

describe("a task that joins a call", () => {
  const about = (id: string, order_id: string) => ({
    follow_up: { id, order_id },
  })

  it("is the news of an order that was not in it, or of what there is to do about one that was", () => {
    const joined = about("b", "order_2")
    const other = about("a", "order_1")
    expect(hasOrderOf(joined.follow_up, [other, joined])).toBe(false)
    const again = about("c", "order_1")
    expect(hasOrderOf(again.follow_up, [other, joined, again])).toBe(true)
  })
})
