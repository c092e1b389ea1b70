import { CallInMemory } from "./call-in-memory"
import { monday } from "./task-fixture"
import {
  anAttempt,
  cancellation,
  completion,
  OLENA,
  PETRO,
  waitUntil,
} from "./task-in-memory"
import { stateOfCall } from "../decide/call"
import type { Command, Deed } from "../decide/command"

const deed = (outcome: string | null = null): Deed => ({
  kind: "deed",
  outcome,
  note: null,
  received_phone: null,
})

const counts = (call: CallInMemory) =>
  call.tasks.map(({ attempt_count }) => attempt_count)

describe("what a person does for the customer in the call", () => {
  it("is an attempt that reached them, for all of the call", () => {
    const call = new CallInMemory(2)
    call.run(0, deed("confirmed"), monday("09:05"))
    expect(call.tasks).toMatchObject([
      {
        status: "completed",
        outcome: "confirmed",
        assignee_id: OLENA,
        attempt_count: 1,
        responded_at: monday("09:05"),
        first_contact_at: monday("09:05"),
      },
      {
        status: "open",
        attempt_count: 1,
        responded_at: monday("09:05"),
        first_contact_at: monday("09:05"),
      },
    ])
    const [desk] = call.desks
    expect(desk?.history).toEqual(["attempted", "completed"])
    expect(desk?.attempts).toMatchObject([
      { channel: "phone", outcome: "reached", actor_id: OLENA },
    ])
  })

  it("is one attempt, however much it is, and whatever is pressed before and after", () => {
    const call = new CallInMemory(3)
    call.run(0, deed(), monday("09:05"))
    call.run(0, deed(), monday("09:07"))
    call.run(0, deed("confirmed"), monday("09:09"))
    const pressed = anAttempt({ outcome: "reached", complete_with: "declined" })
    call.run(1, pressed, monday("09:10"))
    call.run(2, deed("changed"), monday("09:11"))
    expect(counts(call)).toEqual([1, 1, 1])
    expect(call.tasks.map(({ outcome }) => outcome)).toEqual([
      "confirmed",
      "declined",
      "changed",
    ])
  })

  it("stays done, so the attempt that says so is not withdrawn", () => {
    const call = new CallInMemory(2)
    const missed = anAttempt({ outcome: "no_answer" })
    call.run(0, missed, monday("09:05"))
    call.run(1, deed("confirmed"), monday("09:06"))
    for (const at of [0, 1]) {
      expect(() =>
        call.run(at, { kind: "withdraw_attempt" }, monday("09:07"))
      ).toThrow("which stays done")
    }
    expect(counts(call)).toEqual([2, 2])
    expect(call.tasks[1]).toMatchObject({ status: "completed" })
  })

  it("is another attempt by somebody else, or later than a call lasts", () => {
    const call = new CallInMemory(1)
    call.run(0, deed(), monday("09:05"))
    call.run(0, deed(), monday("09:06"), PETRO)
    call.run(0, deed(), monday("09:22"), PETRO)
    expect(counts(call)).toEqual([3])
  })

  it("goes with the call in which the customer was written to", () => {
    const call = new CallInMemory(2)
    const written = anAttempt({ channel: "email", outcome: "reached" })
    call.run(0, written, monday("09:05"))
    call.run(1, deed("confirmed"), monday("09:06"))
    expect(counts(call)).toEqual([1, 1])
  })

  it("is by e-mail if nobody has a number, as on the sheet", () => {
    const call = new CallInMemory(0)
    call.open({ phone: null, phone_e164: null })
    call.run(0, deed(), monday("09:05"))
    expect(call.desks[0]?.attempts).toMatchObject([{ channel: "email" }])
  })

  it("ends a wait, and the attempts that had no success", () => {
    const call = new CallInMemory(2)
    call.run(0, anAttempt(), monday("09:05"))
    call.run(0, deed(), monday("09:20"))
    call.tasks.forEach((task) =>
      expect(task).toMatchObject({ status: "open", ladder: {} })
    )
  })

  it("is none without the customer, or by a program", () => {
    for (const [outcome, actor_id] of [
      ["unreachable", OLENA],
      ["confirmed", null],
    ] as const) {
      const call = new CallInMemory(2)
      call.run(0, deed(outcome), monday("09:05"), actor_id)
      expect(counts(call)).toEqual([0, 0])
      expect(call.tasks).toMatchObject([
        { status: "completed", outcome, assignee_id: actor_id },
        { status: "open", responded_at: null },
      ])
    }
  })

  it("changes nothing the second time, once the task is completed", () => {
    const call = new CallInMemory(1)
    call.run(0, deed("confirmed"), monday("09:05"))
    const before = call.tasks
    call.run(0, deed("confirmed"), monday("09:30"))
    expect(call.tasks).toEqual(before)
  })
})

describe("a customer who answers without us", () => {
  const ANSWERED: Command = { kind: "customer_answered", needs_call: false }
  const NEEDS_CALL = { kind: "customer_answered", needs_call: true } as const
  const run = (call: CallInMemory, command: Command, index = 0) =>
    call.run(index, command, monday("10:00"), null)
  const waiting = (reason: "customer_reply" | "call_back") => {
    const call = new CallInMemory(3)
    call.run(0, waitUntil(monday("15:00"), { reason }), monday("09:05"))
    return call
  }
  const statuses = (call: CallInMemory) =>
    call.tasks.map(({ status }) => status)

  it.each<[string, Command]>([
    ["completes", completion("confirmed", { by_customer: true })],
    ["cancels", cancellation({ by_customer: true })],
  ])("%s one task and brings back the others, which says why", (_, command) => {
    const call = waiting("customer_reply")
    run(call, command)
    const [first, ...others] = call.tasks
    expect(first).toMatchObject({ attempt_count: 0, first_contact_at: null })
    expect(call.desks[0]?.activities.at(-1)?.data).toMatchObject({
      by_customer: true,
    })
    others.forEach((task) =>
      expect(task).toMatchObject({
        status: "open",
        waiting_until: null,
        attempt_count: 0,
      })
    )
    expect(call.desks[1]?.activities.at(-1)).toMatchObject({
      kind: "resumed",
      data: { by_customer: true },
    })
  })

  it("meets the timer of the task, and starts that of the others again", () => {
    const call = waiting("customer_reply")
    run(call, completion("confirmed", { by_customer: true }))
    expect(call.tasks).toMatchObject([
      { responded_at: monday("10:00") },
      { responded_at: null, running_since: monday("10:00") },
      { responded_at: null, running_since: monday("10:00") },
    ])
  })

  it("brings back all of the call also if the task was closed before", () => {
    const call = waiting("customer_reply")
    call.run(0, completion("confirmed"), monday("09:30"))
    run(call, ANSWERED)
    expect(statuses(call)).toEqual(["completed", "open", "open"])
  })

  it("begins a new row of attempts", () => {
    const call = new CallInMemory(2)
    const writing = anAttempt({ channel: "email", outcome: "message_sent" })
    call.run(0, writing, monday("09:05"))
    run(call, ANSWERED)
    call.tasks.forEach((task) =>
      expect(task).toMatchObject({
        status: "open",
        ladder: {},
        due_at: monday("10:00"),
      })
    )
    expect(stateOfCall(call.tasks).waits).toBeNull()
  })

  it("is not called before the time that they named, unless they must be", () => {
    const call = waiting("call_back")
    run(call, ANSWERED)
    expect(statuses(call)).toEqual(["waiting", "waiting", "waiting"])
    run(call, NEEDS_CALL)
    expect(statuses(call)).toEqual(["open", "open", "open"])
  })

  it.each<["customer_reply" | "call_back", string, string]>([
    ["call_back", "09:04", "waiting"],
    ["call_back", "09:05", "open"],
    ["customer_reply", "09:04", "waiting"],
  ])(
    "that is told late (%s, at %s) does not end a wait that began since: %s",
    (reason, at, status) => {
      const call = waiting(reason)
      run(call, { ...NEEDS_CALL, answered_at: monday(at) })
      expect(statuses(call)).toEqual([status, status, status])
    }
  )

  it("and whose earlier wait was put off since, is not called before that", () => {
    const call = waiting("customer_reply")
    const put_off = waitUntil(monday("16:00"), { reason: "call_back" })
    call.run(0, put_off, monday("09:40"))
    run(call, { ...NEEDS_CALL, answered_at: monday("09:30") })
    expect(statuses(call)).toEqual(["waiting", "waiting", "waiting"])
  })

  it("does not bring back a task that waits for another number", () => {
    const call = new CallInMemory(1)
    call.run(0, anAttempt({ outcome: "wrong_number" }), monday("09:05"))
    run(call, NEEDS_CALL)
    expect(statuses(call)).toEqual(["waiting"])
  })

  it.each<["customer_reply" | "call_back", string, string, string]>([
    ["customer_reply", "09:00", "09:25", "open"],
    ["customer_reply", "08:30", "09:05", "waiting"],
    ["customer_reply", "09:06", "09:25", "waiting"],
    ["call_back", "09:00", "09:25", "waiting"],
  ])(
    "is no longer waited for (%s) once what they were asked from %s to %s has ended: %s",
    (reason, from, to, status) => {
      const call = waiting(reason)
      const command = {
        kind: "no_reply" as const,
        asked_at: monday(from),
        ended_at: monday(to),
      }
      run(call, command)
      expect(statuses(call)).toEqual([status, status, status])
      const last = call.desks[1]?.activities.at(-1)
      expect(last?.data.no_reply).toBe(status === "open" ? true : undefined)
      const before = call.tasks
      run(call, command, 1)
      expect(call.tasks).toEqual(before)
    }
  )

  it("changes nothing the second time", () => {
    const call = waiting("customer_reply")
    run(call, ANSWERED)
    const before = call.tasks
    run(call, ANSWERED, 1)
    expect(call.tasks).toEqual(before)
  })
})
