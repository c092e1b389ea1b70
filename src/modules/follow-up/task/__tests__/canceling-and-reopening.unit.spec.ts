import { justAfter, monday, tuesday } from "./task-fixture"
import {
  anAttempt,
  cancellation,
  completion,
  OLENA,
  REOPEN,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

describe("a task that is closed and reopened", () => {
  it.each([
    ["completed", completion("unreachable")],
    ["canceled", cancellation()],
  ])("climbs its ladders from the start again: %s", (_, ending) => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(ending, monday("10:00"))
    desk.run(REOPEN, monday("11:00"))
    desk.run(anAttempt({ note: "Again" }), monday("11:05"))
    expect(desk.task.waiting_until).toEqual(monday("11:35"))
    expect(desk.task.ladder).toEqual({ no_answer: 1 })
  })
})

describe("canceling", () => {
  it("ends the task with a reason", () => {
    const desk = new TaskInMemory()
    desk.run(
      cancellation({ reason: "duplicate", note: "See 1041" }),
      monday("09:10")
    )
    expect(desk.task).toMatchObject({
      status: "canceled",
      canceled_at: monday("09:10"),
      cancel_reason: "duplicate",
      responded_at: null,
      due_at: null,
    })
    expect(desk.activities[0]?.data).toEqual({
      reason: "duplicate",
      note: "See 1041",
    })
  })

  it("of what was canceled earlier has that earlier time", () => {
    const desk = new TaskInMemory()
    desk.run(
      cancellation({ reason: "order_canceled", at: monday("09:15") }),
      monday("11:00"),
      null
    )
    expect(desk.task.canceled_at).toEqual(monday("09:15"))
    expect(desk.history).toEqual(["canceled"])
  })

  it("has missed what had passed at that earlier time", () => {
    const desk = new TaskInMemory()
    desk.run(
      cancellation({ reason: "order_canceled", at: monday("09:30") }),
      monday("11:00"),
      null
    )
    expect(desk.history).toEqual(["target_missed", "canceled"])
  })

  it("before somebody let it wait leaves the deadlines where they were", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:10"))
    desk.run(
      cancellation({ reason: "order_canceled", at: monday("09:05") }),
      monday("09:30"),
      null
    )
    expect(desk.task.response_target_at).toEqual(monday("09:20"))
    expect(desk.task.response_limit_at).toEqual(monday("10:00"))
  })

  it("does not happen in the future, whatever another clock says", () => {
    const desk = new TaskInMemory()
    desk.run(
      cancellation({ reason: "order_canceled", at: monday("11:00") }),
      monday("09:05"),
      null
    )
    expect(desk.task.canceled_at).toEqual(monday("09:05"))
    expect(desk.history).toEqual(["canceled"])
  })
})

describe("reopening", () => {
  it("gives an unanswered task the time that was left of its response", () => {
    const desk = new TaskInMemory()
    desk.run(cancellation(), monday("09:15"))
    desk.run({ kind: "reopen", note: "They called" }, tuesday("09:00"))
    expect(desk.task).toMatchObject({
      status: "open",
      canceled_at: null,
      cancel_reason: null,
      response_target_at: tuesday("09:05"),
      response_limit_at: tuesday("09:45"),
      due_at: tuesday("09:05"),
    })
    expect(desk.activities.at(-1)).toMatchObject({
      kind: "reopened",
      data: { note: "They called" },
    })
  })

  it("gives a task that was canceled while it waited what was left before", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:15"))
    desk.run(cancellation(), monday("12:00"))
    desk.run(REOPEN, tuesday("09:00"))
    expect(desk.task.response_target_at).toEqual(tuesday("09:05"))
    expect(desk.task.response_limit_at).toEqual(tuesday("09:45"))
  })

  it("wants a person at once where the customer was answered before", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed"), monday("09:10"))
    desk.run(REOPEN, tuesday("09:00"))
    expect(desk.task).toMatchObject({
      status: "open",
      outcome: null,
      completed_at: null,
      responded_at: monday("09:10"),
      response_target_at: monday("09:20"),
      due_at: tuesday("09:00"),
      assignee_id: OLENA,
    })
  })

  it("leaves what was missed as missed, once", () => {
    const desk = new TaskInMemory()
    desk.run(cancellation(), justAfter(monday("09:20")))
    desk.run(REOPEN, tuesday("09:00"))
    desk.run(anAttempt(), tuesday("09:01"))
    expect(desk.history).toEqual([
      "target_missed",
      "canceled",
      "reopened",
      "attempted",
      "waiting",
    ])
    expect(desk.task.response_target_at).toEqual(monday("09:20"))
  })
})
