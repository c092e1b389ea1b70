import { ATTEMPT_OUTCOMES } from "../../../../desk/attempts"
import {
  aTask,
  aTaskOpenedAt,
  friday,
  justAfter,
  monday,
  saturday,
  tuesday,
} from "./task-fixture"
import {
  anAttempt,
  OLENA,
  PETRO,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

describe("the first attempt", () => {
  it.each(ATTEMPT_OUTCOMES)("meets the response timer with %s", (outcome) => {
    const desk = new TaskInMemory()
    const call_back_at = outcome === "call_back_later" ? monday("15:00") : null
    desk.run(anAttempt({ outcome, call_back_at }), monday("09:05"))
    expect(desk.task.responded_at).toEqual(monday("09:05"))
    expect(desk.task.attempt_count).toBe(1)
  })

  it("keeps its time when others follow", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(anAttempt(), monday("09:40"))
    expect(desk.task.responded_at).toEqual(monday("09:05"))
    expect(desk.task.attempt_count).toBe(2)
  })

  it("is in time at the very moment of the target, and late right after", () => {
    const withTimeout = new TaskInMemory()
    withTimeout.run(anAttempt(), monday("09:20"))
    expect(withTimeout.history).toEqual(["attempted", "waiting"])

    const late = new TaskInMemory()
    late.run(anAttempt(), justAfter(monday("09:20")))
    expect(late.history).toEqual(["target_missed", "attempted", "waiting"])
    expect(late.activities[0]?.occurred_at).toEqual(monday("09:20"))
  })

  it("gives the task to the person who made it, if nobody has it", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"), PETRO)
    expect(desk.task.assignee_id).toBe(PETRO)
  })

  it("leaves a colleague's task with the colleague", () => {
    const desk = new TaskInMemory(aTask({ assignee_id: OLENA }))
    desk.run(anAttempt(), monday("09:05"), PETRO)
    expect(desk.task.assignee_id).toBe(OLENA)
    expect(desk.attempts[0]?.actor_id).toBe(PETRO)
  })
})

describe("the first contact", () => {
  it("is the first attempt that reached the customer", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt({ outcome: "no_answer" }), monday("09:05"))
    expect(desk.task.first_contact_at).toBeNull()
    desk.run(anAttempt({ outcome: "reached" }), monday("09:40"))
    desk.run(anAttempt({ outcome: "reached" }), monday("11:00"))
    expect(desk.task.first_contact_at).toEqual(monday("09:40"))
  })

  it.each<[(typeof ATTEMPT_OUTCOMES)[number], boolean]>([
    ["reached", true],
    ["call_back_later", true],
    ["no_answer", false],
    ["busy", false],
    ["voicemail", false],
    ["wrong_number", false],
    ["message_sent", false],
  ])("%s is a contact: %s", (outcome, isContact) => {
    const desk = new TaskInMemory()
    const call_back_at = outcome === "call_back_later" ? monday("15:00") : null
    desk.run(anAttempt({ outcome, call_back_at }), monday("09:05"))
    expect(desk.task.first_contact_at).toEqual(
      isContact ? monday("09:05") : null
    )
  })
})

describe("an attempt that reached nobody", () => {
  it("waits 30 minutes for the next one", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    expect(desk.task).toMatchObject({
      status: "waiting",
      waiting_since: monday("09:05"),
      waiting_until: monday("09:35"),
      waiting_reason: "next_attempt",
      due_at: monday("09:35"),
    })
    expect(desk.activities.at(-1)).toEqual({
      kind: "waiting",
      data: {
        until: monday("09:35").toISOString(),
        waiting_reason: "next_attempt",
      },
      occurred_at: monday("09:05"),
      once: null,
    })
  })

  it("counts those minutes in business time: over the night", () => {
    const desk = new TaskInMemory(aTaskOpenedAt(monday("17:40")))
    desk.run(anAttempt(), monday("17:45"))
    expect(desk.task.waiting_until).toEqual(tuesday("09:15"))
  })

  it("counts them from the opening when the shop is closed", () => {
    const desk = new TaskInMemory(aTaskOpenedAt(friday("17:40")))
    desk.run(anAttempt(), friday("20:00"))
    expect(desk.task.waiting_until).toEqual(saturday("10:30"))
  })

  it("gives a letter that asks for a number half a working day", () => {
    const desk = new TaskInMemory(
      aTaskOpenedAt(monday("09:00"), { type: "complete_contact" })
    )
    desk.run(
      anAttempt({ channel: "email", outcome: "message_sent" }),
      monday("09:30")
    )
    expect(desk.task.waiting_until).toEqual(monday("13:30"))
    expect(desk.task.waiting_reason).toBe("customer_reply")
  })
})

describe("an attempt on a task that waits unanswered", () => {
  it("is in time if the target was ahead when the wait began", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:10"))
    desk.run(anAttempt(), monday("12:00"))
    expect(desk.history).toEqual(["waiting", "attempted", "waiting"])
    expect(desk.task).toMatchObject({
      responded_at: monday("12:00"),
      response_target_at: monday("12:10"),
      response_limit_at: monday("12:50"),
    })
  })

  it("is late if the clock brought it back long ago and nobody noticed", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("10:00")), monday("09:10"))
    desk.run(anAttempt(), monday("12:00"))
    expect(
      desk.activities.map(({ kind, occurred_at }) => [kind, occurred_at])
    ).toEqual([
      ["waiting", monday("09:10")],
      ["target_missed", monday("10:10")],
      ["breached", monday("10:50")],
      ["attempted", monday("12:00")],
      ["waiting", monday("12:00")],
    ])
  })
})
