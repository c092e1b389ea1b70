import {
  aTask,
  aTaskOpenedAt,
  justAfter,
  monday,
  tuesday,
} from "./task-fixture"
import {
  anAttempt,
  cancellation,
  completion,
  OLENA,
  PETRO,
  REOPEN,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

describe("completing", () => {
  it("ends the task with an outcome of its type", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed", { note: "By e-mail" }), monday("09:10"))
    expect(desk.task).toMatchObject({
      status: "completed",
      outcome: "confirmed",
      completed_at: monday("09:10"),
      responded_at: monday("09:10"),
      assignee_id: OLENA,
      due_at: null,
    })
    expect(desk.activities).toEqual([
      {
        kind: "completed",
        data: { outcome: "confirmed", note: "By e-mail" },
        occurred_at: monday("09:10"),
        once: null,
      },
    ])
  })

  it("is no contact with the customer and no attempt", () => {
    const desk = new TaskInMemory()
    desk.run(completion("unreachable"), monday("09:10"))
    expect(desk.task.first_contact_at).toBeNull()
    expect(desk.task.attempt_count).toBe(0)
  })

  it("keeps the time of an earlier response", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(completion("confirmed"), monday("09:40"))
    expect(desk.task.responded_at).toEqual(monday("09:05"))
  })

  it("by the shop's own events leaves the task with nobody", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed"), monday("09:10"), null)
    expect(desk.task.assignee_id).toBeNull()
  })

  it("is refused with an outcome of no meaning to the type", () => {
    const desk = new TaskInMemory()
    expect(desk.refusal(completion("sold"), monday("09:10"))).toBe(
      'outcome was "sold"; a confirm_order task may end with "confirmed", "changed", "declined", "unreachable"'
    )
  })

  it("with another outcome is refused until the task is reopened", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed"), monday("09:10"))
    expect(desk.refusal(completion("declined"), monday("09:11"), PETRO)).toBe(
      'This task is already completed with "confirmed"; reopen it to give another outcome'
    )
  })

  it("late writes down what was missed, with its true time", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed"), monday("11:00"))
    expect(
      desk.activities.map(({ kind, occurred_at, once }) => ({
        kind,
        occurred_at,
        once,
      }))
    ).toEqual([
      {
        kind: "target_missed",
        occurred_at: monday("09:20"),
        once: "target_missed",
      },
      { kind: "breached", occurred_at: monday("10:00"), once: "breached" },
      { kind: "completed", occurred_at: monday("11:00"), once: null },
    ])
  })

  it("during a wait is in time if the target was ahead when it began", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:10"))
    desk.run(completion("confirmed"), monday("12:00"))
    expect(desk.history).toEqual(["waiting", "completed"])
    expect(desk.task.response_target_at).toEqual(monday("12:10"))
  })
})

describe("a number that was received", () => {
  const asked = () =>
    new TaskInMemory(
      aTaskOpenedAt(monday("09:00"), {
        type: "complete_contact",
        phone: null,
        phone_e164: null,
      })
    )

  it("is kept as it was said and in E.164", () => {
    const desk = asked()
    desk.run(
      completion("number_received", { received_phone: "067 123-45-67" }),
      monday("09:10")
    )
    expect(desk.task).toMatchObject({
      phone: "067 123-45-67",
      phone_e164: "+380671234567",
    })
  })

  it("can come with an attempt", () => {
    const desk = asked()
    desk.run(
      anAttempt({
        channel: "email",
        outcome: "reached",
        complete_with: "number_received",
        received_phone: "+359 88 812 3456",
      }),
      monday("09:10")
    )
    expect(desk.task.phone_e164).toBe("+359888123456")
  })

  it("must be there", () => {
    expect(
      asked().refusal(completion("number_received"), monday("09:10"))
    ).toBe(
      'phone is missing: outcome "number_received" needs the number that the customer gave'
    )
  })

  it.each(["abc", "123", "+380 67", "call me"])("may not be %j", (phone) => {
    expect(
      asked().refusal(
        completion("number_received", { received_phone: phone }),
        monday("09:10")
      )
    ).toBe("phone is not a phone number; it may be one such as +380671234567")
  })

  it("is read with the shop's country where the task knows none", () => {
    const desk = new TaskInMemory(
      aTask({ type: "complete_contact", country_code: null }),
      undefined,
      "ua"
    )
    desk.run(
      completion("number_received", { received_phone: "050 111 22 33" }),
      monday("09:10")
    )
    expect(desk.task.phone_e164).toBe("+380501112233")
  })

  it("replaces the number of an order that was confirmed", () => {
    const desk = new TaskInMemory()
    desk.run(
      completion("changed", { received_phone: "050 111 22 33" }),
      monday("09:10")
    )
    expect(desk.task.phone_e164).toBe("+380501112233")
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
