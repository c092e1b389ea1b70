import { CallInMemory } from "./call-in-memory"
import { monday } from "./task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  waitUntil,
  WITHDRAW,
} from "./task-in-memory"
import { stateOfCall } from "../decide/call"
import type { Command } from "../decide/command"
import { isActive } from "../is-active"
import type { WaitingReason } from "../task"

const NOTE: Command = { kind: "note", note: "The gate is at the back" }

/** What is true of the call, which all of it has to agree on. */
const states = (call: CallInMemory) =>
  call.tasks.filter(isActive).map((task) => stateOfCall([task]))

const isAtOne = (call: CallInMemory) => {
  const [first, ...others] = states(call)
  others.forEach((other) => expect(other).toEqual(first))
}

describe("a task that waits and joins a call", () => {
  const joining = (reason: WaitingReason) => {
    const call = new CallInMemory(1)
    call.run(0, waitUntil(monday("15:00")), monday("09:00"))
    const waits = { until: monday("12:00"), reason }
    call.desks[0]?.run({ kind: "join", call: { waits } }, monday("10:00"), null)
    return call
  }

  it("begins another wait where the call waits for something else, which no earlier answer ends", () => {
    const call = joining("call_back")
    const toldLate: Command = {
      kind: "customer_answered",
      needs_call: true,
      answered_at: monday("09:50"),
    }
    call.run(0, toldLate, monday("10:05"), null)
    expect(call.tasks).toMatchObject([
      { waiting_since: monday("10:00"), waiting_until: monday("12:00") },
    ])
  })

  it("goes on where the call waits for the same", () => {
    const call = joining("customer_reply")
    expect(call.tasks).toMatchObject([
      { waiting_since: monday("09:00"), waiting_until: monday("12:00") },
    ])
  })
})

describe("a wrong number of a call that is withdrawn", () => {
  it("leaves the request that it opened to be canceled, and decides nothing for it", () => {
    const call = new CallInMemory(2)
    call.run(0, waitUntil(monday("15:00")), monday("09:02"))
    const before = call.tasks
    call.run(0, anAttempt({ outcome: "wrong_number" }), monday("09:05"))
    const dedupe_key = call.desks[0]?.opened[0]?.dedupe_key ?? null
    call.openRequest({ dedupe_key }, monday("09:05"))
    const request = call.tasks[2]

    const [decision, , ofRequest] = call.run(0, WITHDRAW, monday("09:06"))
    expect(decision?.withdraws?.request).toMatchObject({ key: dedupe_key })
    expect(ofRequest?.activities).toEqual([])
    const updated_at = monday("09:06")
    expect(call.tasks).toEqual([
      ...before.map((task) => ({ ...task, updated_at })),
      request,
    ])
  })
})

describe("a message of a call that failed", () => {
  const sending = anAttempt({
    channel: "email",
    outcome: "message_sent",
    message: { to: "olena@mail.example", subject: "Hello", text: "Hello" },
  })
  const failing = (call: CallInMemory, attempt = 0): Command => ({
    kind: "message_failed",
    attempt_id: call.desks[0]?.attempts[attempt]?.id ?? "",
    channel: "email",
    error: "No such mailbox",
  })
  const fail = (call: CallInMemory, time: string) =>
    call.run(0, failing(call), monday(time), null)

  it("leaves all of the call as it was", () => {
    const call = new CallInMemory(2)
    const before = call.tasks
    call.run(0, sending, monday("09:05"))
    fail(call, "09:06")
    const updated_at = monday("09:06")
    expect(call.tasks).toEqual(before.map((task) => ({ ...task, updated_at })))
  })

  it("after another attempt leaves what that has brought, for all of the call", () => {
    const call = new CallInMemory(2)
    call.run(0, sending, monday("09:05"))
    call.run(0, anAttempt(), monday("09:10"))
    const before = states(call)
    fail(call, "09:11")
    expect(states(call)).toEqual(before)
    expect(call.desks[0]?.history.at(-1)).toBe("message_failed")
  })

  it("after a note on one of the tasks keeps the call at one", () => {
    for (const noted of [0, 1]) {
      const call = new CallInMemory(2)
      call.run(0, sending, monday("09:05"))
      call.run(noted, NOTE, monday("09:06"))
      fail(call, "09:07")
      isAtOne(call)
    }
  })

  it("is taken back for the others once the task that has it is settled", () => {
    const call = new CallInMemory(3)
    const [, ...before] = call.tasks
    call.run(0, sending, monday("09:05"))
    call.run(0, completion("confirmed"), monday("09:06"))
    fail(call, "09:07")
    const updated_at = monday("09:07")
    expect(call.tasks.slice(1)).toEqual(
      before.map((task) => ({ ...task, updated_at }))
    )
    expect(call.tasks[0]?.status).toBe("completed")
  })

  it("no longer holds an order that came meanwhile", () => {
    const call = new CallInMemory(1)
    call.run(0, sending, monday("09:05"))
    const [lead] = call.tasks
    call.open({
      opened_at: monday("09:06"),
      created_at: monday("09:06"),
      updated_at: monday("09:06"),
    })
    call.desks[1]?.run(
      { kind: "join", call: stateOfCall(lead ? [lead] : []) },
      monday("09:06"),
      null
    )
    expect(call.tasks[1]?.status).toBe("waiting")
    fail(call, "09:07")
    expect(call.tasks[1]?.status).toBe("open")
    isAtOne(call)
  })
})

describe("who is calling", () => {
  const CALL: Command = { kind: "start_calling" }
  const HANG_UP: Command = { kind: "hang_up" }
  const settling = anAttempt({
    outcome: "reached",
    complete_with: "confirmed",
  })
  const callers = (call: CallInMemory) =>
    call.tasks.map(({ calling_by }) => calling_by)

  it("does not come back with a message that failed", () => {
    const call = new CallInMemory(2)
    call.run(0, CALL, monday("09:04"))
    const message = { to: "+380671234567", text: "Hello" }
    call.run(
      0,
      anAttempt({ channel: "sms", outcome: "message_sent", message }),
      monday("09:05")
    )
    const failed: Command = {
      kind: "message_failed",
      attempt_id: call.desks[0]?.attempts[0]?.id ?? "",
      channel: "sms",
      error: "Unknown subscriber",
    }
    call.run(0, failed, monday("09:06"), null)
    expect(call.tasks).toMatchObject([
      { status: "open", attempt_count: 0, calling_by: null },
      { status: "open", attempt_count: 0, calling_since: null },
    ])
  })

  it("does not come back with an outcome that is undone after hanging up", () => {
    const call = new CallInMemory(1)
    call.run(0, CALL, monday("09:04"))
    call.run(0, settling, monday("09:05"))
    call.run(0, HANG_UP, monday("09:05"))
    call.run(0, WITHDRAW, monday("09:06"))
    expect(callers(call)).toEqual([null])
  })

  it("is nobody once the caller hangs up, also on a task that is settled", () => {
    const call = new CallInMemory(2)
    call.run(0, CALL, monday("09:04"))
    call.run(0, settling, monday("09:05"))
    expect(callers(call)).toEqual([null, OLENA])
    call.run(0, HANG_UP, monday("09:06"))
    expect(callers(call)).toEqual([null, null])
  })

  it("is nobody once their user is deleted", () => {
    const call = new CallInMemory(2)
    call.run(0, CALL, monday("09:04"))
    const release: Command = { kind: "release", user_id: OLENA }
    call.run(0, release, monday("09:05"), null)
    expect(callers(call)).toEqual([null, null])
  })
})

describe("an outcome of a call that is undone", () => {
  const CALL: Command = { kind: "start_calling" }
  const HANG_UP: Command = { kind: "hang_up" }
  const settling = anAttempt({
    outcome: "reached",
    complete_with: "confirmed",
  })

  it("may be undone although the caller has hung up, or calls again", () => {
    for (const then of [HANG_UP, CALL]) {
      const call = new CallInMemory(3)
      const before = call.tasks
      if (then === HANG_UP) call.run(0, CALL, monday("09:04"))
      call.run(0, settling, monday("09:05"))
      call.run(1, then, monday("09:06"))
      call.run(0, WITHDRAW, monday("09:07"))
      expect(
        call.tasks.map(({ status, attempt_count }) => [status, attempt_count])
      ).toEqual(before.map(() => ["open", 0]))
    }
  })

  it("is undone alone where another was settled after it and reopened", () => {
    const call = new CallInMemory(3)
    call.run(0, settling, monday("09:05"))
    call.run(1, settling, monday("09:06"))
    call.run(1, WITHDRAW, monday("09:07"))
    const [, ...others] = call.tasks
    call.run(0, WITHDRAW, monday("09:08"))
    expect(call.tasks[0]).toMatchObject({ status: "open", attempt_count: 0 })
    expect(call.tasks.slice(1)).toEqual(others)
  })

  it("leaves to the others what they have agreed on without it", () => {
    const call = new CallInMemory(3)
    call.run(0, settling, monday("09:05"))
    call.run(1, waitUntil(monday("15:00")), monday("09:06"))
    const [, ...others] = call.tasks
    call.run(0, WITHDRAW, monday("09:07"))
    expect(call.tasks.slice(1)).toEqual(others)
  })

  it("is undone for all where only a note was written on another", () => {
    const call = new CallInMemory(2)
    call.run(0, anAttempt(), monday("09:05"))
    call.run(1, NOTE, monday("09:06"))
    call.run(0, WITHDRAW, monday("09:07"))
    expect(call.tasks).toMatchObject([{ status: "open" }, { status: "open" }])
    isAtOne(call)
  })
})
