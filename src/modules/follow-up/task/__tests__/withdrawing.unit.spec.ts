import fc from "fast-check"
import { ATTEMPT_OUTCOMES } from "../../../../desk/attempts"
import { CountedDesk } from "./counted-desk"
import { hours, minutes, opened_at, steps } from "./happenings"
import { aTask, justAfter, monday } from "./task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
  TaskInMemory,
  waitUntil,
  WITHDRAW,
} from "./task-in-memory"

describe("an attempt that was recorded by mistake", () => {
  it("is withdrawn as if it had never been, and its timer runs on", () => {
    const desk = new TaskInMemory()
    const before = desk.task
    const { next } = desk
    desk.run(anAttempt(), monday("09:05"))
    desk.run(WITHDRAW, monday("09:06"))
    expect(desk.task).toEqual({ ...before, updated_at: monday("09:06") })
    expect(desk.next).toEqual(next)
    expect(desk.attempts[0]?.withdrawn_at).toEqual(monday("09:06"))
    expect(desk.history).toEqual(["attempted", "waiting", "withdrawn"])
  })

  it("is missed at its target, as the shop did not react", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:15"))
    desk.run(WITHDRAW, monday("09:16"))
    desk.tick(justAfter(desk.task.response_target_at))
    expect(desk.history).toContain("target_missed")
  })

  it("opens again what it completed, and tells others so", () => {
    const desk = new TaskInMemory()
    desk.run(
      anAttempt({ outcome: "reached", complete_with: "confirmed" }),
      monday("09:05")
    )
    desk.run(WITHDRAW, monday("09:06"))
    expect(desk.task).toMatchObject({
      status: "open",
      outcome: null,
      completed_at: null,
      responded_at: null,
      assignee_id: null,
    })
    expect(desk.outbox).toMatchObject([
      { kind: "event", name: "follow-up.reopened" },
    ])
  })

  it("leaves a call that did happen, in which the task was settled: it is answered, and not due", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt({ outcome: "reached" }), monday("09:05"))
    const { status, due_at } = desk.task
    const confirmed = anAttempt({
      outcome: "reached",
      complete_with: "confirmed",
    })
    desk.run(confirmed, monday("09:06"))
    desk.run(WITHDRAW, monday("09:07"))
    expect(desk.attempts).toMatchObject([{ withdrawn_at: null }])
    expect(desk.task).toMatchObject({ status, due_at })

    // Later, it had been called for once more.
    desk.run(completion("confirmed"), monday("12:00"))
    desk.run(WITHDRAW, monday("12:01"))
    expect(desk.task.due_at).toEqual(monday("12:01"))
  })

  it("leaves a wait as it was", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("11:00")), monday("09:02"))
    const waiting = desk.task
    desk.run(anAttempt(), monday("09:05"))
    desk.run(WITHDRAW, monday("09:06"))
    expect(desk.task).toEqual({ ...waiting, updated_at: monday("09:06") })
  })

  it("does not count as sent again when it is recorded once more", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(WITHDRAW, monday("09:05:10"))
    desk.run(anAttempt(), monday("09:05:20"))
    expect(desk.task.attempt_count).toBe(1)
    expect(desk.task.status).toBe("waiting")
  })

  it("is withdrawn once, and not the attempt before it", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(anAttempt({ note: "Again" }), monday("09:06"))
    desk.run(WITHDRAW, monday("09:07"))
    desk.run(WITHDRAW, monday("09:07:10"))
    expect(desk.task.attempt_count).toBe(1)
    expect(desk.task.responded_at).toEqual(monday("09:05"))
  })

  it("takes the request for another number with it", () => {
    const desk = new TaskInMemory()
    const decision = () => {
      desk.run(anAttempt({ outcome: "wrong_number" }), monday("09:05"))
      return desk.run(WITHDRAW, monday("09:06"))
    }
    expect(decision().withdraws?.request).toEqual({
      key: desk.opened[0]?.dedupe_key,
      opened_at: monday("09:05"),
    })
    expect(desk.task).toMatchObject({ status: "open", wrong_phones: [] })
  })

  it("is as it was before, whatever had happened by then", () => {
    fc.assert(
      fc.property(
        opened_at,
        hours,
        minutes,
        steps,
        fc.constantFrom(
          ...ATTEMPT_OUTCOMES.filter((one) => one !== "call_back_later")
        ),
        fc.integer({ min: 0, max: 600_000 }),
        (opened, hours, minutes, steps, outcome, after_ms) => {
          const counted = new CountedDesk(opened, hours, minutes)
          steps.forEach((step) => counted.play(step))
          fc.pre(counted.isActive)
          const { desk, now, task } = counted
          desk.run(anAttempt({ outcome, note: "A slip" }), now)
          const withdrawn_at = new Date(now.getTime() + after_ms)
          desk.run(WITHDRAW, withdrawn_at)
          expect(desk.task).toEqual({ ...task, updated_at: withdrawn_at })
        }
      ),
      { numRuns: 300 }
    )
  })
})

describe("withdrawing is refused", () => {
  const tried = () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    return desk
  }

  it("without an attempt", () => {
    expect(new TaskInMemory().refusal(WITHDRAW, monday("09:05"))).toBe(
      "This task has no attempt that could be withdrawn"
    )
  })

  it("to another person, who is told whose it is", () => {
    expect(tried().refusal(WITHDRAW, monday("09:06"), PETRO)).toBe(
      `The last attempt was recorded by ${OLENA}, who alone may withdraw it`
    )
  })

  it("to a person where a program recorded it", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"), null)
    expect(desk.refusal(WITHDRAW, monday("09:06"), OLENA)).toBe(
      "The last attempt was not recorded by a person, and no person may withdraw it"
    )
  })

  it("after ten minutes", () => {
    expect(tried().refusal(WITHDRAW, justAfter(monday("09:15")))).toBe(
      `The last attempt was recorded at ${monday("09:05").toISOString()}; an attempt may be withdrawn within 10 minutes`
    )
  })

  it("once something else has happened to the task", () => {
    const desk = tried()
    desk.run({ kind: "resume" }, monday("09:06"))
    expect(desk.refusal(WITHDRAW, monday("09:07"))).toBe(
      "This task has changed since its last attempt, which may not be withdrawn any more"
    )
  })

  it("where it brought a number, which is in use already", () => {
    const desk = new TaskInMemory(aTask({ type: "complete_contact" }))
    desk.run(
      anAttempt({
        outcome: "reached",
        complete_with: "number_received",
        received_phone: "+380671112233",
      }),
      monday("09:05")
    )
    expect(desk.refusal(WITHDRAW, monday("09:06"))).toMatch(
      /^The last attempt brought a phone number/
    )
  })
})
