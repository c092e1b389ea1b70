import { justAfter, monday, saturday } from "./task-fixture"
import { anAttempt, OLENA, TaskInMemory } from "./task-in-memory"

describe("a customer who wants to be called back", () => {
  const callBack = anAttempt({
    outcome: "call_back_later",
    call_back_at: saturday("19:00"),
  })

  it("is called at the time that they named, even while the shop is closed", () => {
    const desk = new TaskInMemory()
    desk.run(callBack, monday("09:05"))
    expect(desk.task).toMatchObject({
      status: "waiting",
      waiting_until: saturday("19:00"),
      waiting_reason: "call_back",
      due_at: saturday("19:00"),
    })
    expect(desk.attempts[0]?.call_back_at).toEqual(saturday("19:00"))
  })

  it("must have named a time", () => {
    const desk = new TaskInMemory()
    expect(
      desk.refusal({ ...callBack, call_back_at: null }, monday("09:05"))
    ).toBe(
      'call_back_at is missing: outcome "call_back_later" needs the time that the customer named'
    )
  })

  it("must have named one that is ahead", () => {
    const desk = new TaskInMemory()
    expect(
      desk.refusal(
        { ...callBack, call_back_at: monday("09:05") },
        monday("09:05")
      )
    ).toBe(
      "call_back_at was 2026-11-23T07:05:00.000Z, which has passed; it may be any later time"
    )
  })

  it("must have named one within a year", () => {
    const desk = new TaskInMemory()
    const year = new Date(monday("09:05").getTime() + 366 * 86_400_000)
    expect(
      desk.refusal(
        { ...callBack, call_back_at: justAfter(year) },
        monday("09:05")
      )
    ).toBe(
      "call_back_at was 2027-11-24T07:05:00.001Z; it may be at most a year ahead"
    )
    desk.run({ ...callBack, call_back_at: year }, monday("09:05"))
    expect(desk.task.waiting_until).toEqual(year)
  })

  it("has spoken with somebody: no other outcome has such a time", () => {
    const desk = new TaskInMemory()
    expect(
      desk.refusal(
        anAttempt({ outcome: "busy", call_back_at: monday("15:00") }),
        monday("09:05")
      )
    ).toBe(
      'call_back_at goes with outcome "call_back_later" only, not with "busy"'
    )
  })
})

describe("an attempt that reached the customer", () => {
  it("leaves the task open, with nothing due", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt({ outcome: "reached" }), monday("09:05"))
    expect(desk.task).toMatchObject({ status: "open", due_at: null })
    expect(desk.history).toEqual(["attempted"])
  })

  it("ends a wait", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(anAttempt({ outcome: "reached" }), monday("09:15"))
    expect(desk.task).toMatchObject({
      status: "open",
      due_at: null,
      waiting_since: null,
      waiting_until: null,
      waiting_reason: null,
    })
  })

  it("can complete the task in the same command", () => {
    const desk = new TaskInMemory()
    desk.run(
      anAttempt({
        outcome: "reached",
        complete_with: "confirmed",
        note: "After six",
      }),
      monday("09:05")
    )
    expect(desk.task).toMatchObject({
      status: "completed",
      outcome: "confirmed",
      completed_at: monday("09:05"),
      responded_at: monday("09:05"),
      first_contact_at: monday("09:05"),
      attempt_count: 1,
      assignee_id: OLENA,
      due_at: null,
    })
    expect(desk.history).toEqual(["attempted", "completed"])
    expect(desk.activities[0]?.data.note).toBe("After six")
  })

  it("is the only one that can complete it", () => {
    const desk = new TaskInMemory()
    expect(
      desk.refusal(
        anAttempt({ outcome: "voicemail", complete_with: "confirmed" }),
        monday("09:05")
      )
    ).toBe(
      'complete_with goes with outcome "reached" only, not with "voicemail"'
    )
  })

  it("cannot complete it with an outcome of another type", () => {
    const desk = new TaskInMemory()
    expect(
      desk.refusal(
        anAttempt({ outcome: "reached", complete_with: "number_received" }),
        monday("09:05")
      )
    ).toBe(
      'complete_with was "number_received"; a confirm_order task may end with "confirmed", "changed", "declined", "unreachable"'
    )
  })
})
