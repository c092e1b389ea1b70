import { monday, nextMonday, playbook } from "./task-fixture"
import { aTaskOpenedAt, kyivShop } from "./task-fixture"
import { anAttempt, TaskInMemory, waitUntil } from "./task-in-memory"

const RESUME = { kind: "resume" } as const

const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms)

/** Opened on Monday at 09:00, to be completed within eight business hours. */
const aDesk = () =>
  new TaskInMemory(
    aTaskOpenedAt(monday("09:00"), { resolution_limit_at: monday("17:00") }),
    kyivShop,
    null,
    playbook("confirm_order", { resolution_limit_minutes: 480, escalation: [] })
  )

describe("pauses", () => {
  it("ten of them cost nothing", () => {
    const desk = aDesk()
    for (let pause = 0; pause < 10; pause++) {
      const from = later(monday("09:01"), pause * 90_000)
      desk.run(waitUntil(monday("18:00")), from)
      desk.run(RESUME, later(from, 60_000))
    }
    expect(desk.task).toMatchObject({
      response_target_at: monday("09:30"),
      response_limit_at: monday("10:10"),
      resolution_limit_at: monday("17:10"),
    })
  })

  it("twice in one minute lose nothing, to the millisecond", () => {
    const desk = aDesk()
    const at = (ms: number) => later(monday("09:00"), ms)
    desk.run(waitUntil(monday("18:00")), at(10_123))
    desk.run(RESUME, at(20_456))
    desk.run(waitUntil(monday("18:00")), at(30_789))
    desk.run(RESUME, at(41_001))
    const paused = 20_456 - 10_123 + (41_001 - 30_789)
    expect(desk.task).toMatchObject({
      banked_seconds: 20.456,
      response_target_at: later(monday("09:20"), paused),
      response_limit_at: later(monday("10:00"), paused),
      resolution_limit_at: later(monday("17:00"), paused),
    })
  })

  it("after the last second of a target leave the moment of the answer in time", () => {
    const desk = aDesk()
    desk.run(waitUntil(monday("18:00")), monday("09:20"))
    desk.run(RESUME, monday("10:00"))
    expect(desk.task.response_target_at).toEqual(monday("10:00"))
    desk.tick(monday("10:00"))
    expect(desk.history).toEqual(["waiting", "resumed"])
  })

  it("a thousand of a millisecond each are a second", () => {
    const desk = aDesk()
    for (let pause = 0; pause < 1000; pause++) {
      const from = later(monday("09:00"), pause * 8)
      desk.run(waitUntil(monday("18:00")), later(from, 7))
      desk.run(RESUME, later(from, 8))
    }
    expect(desk.task.response_target_at).toEqual(monday("09:20:01"))
  })

  it("of the next attempt pause what is left to complete the task, too", () => {
    const desk = aDesk()
    desk.run(anAttempt(), monday("09:30"))
    expect(desk.task.waiting_until).toEqual(monday("10:00"))
    desk.tick(monday("10:00"))
    expect(desk.task.resolution_limit_at).toEqual(monday("17:30"))
    // What was answered is not counted to any more.
    expect(desk.task.response_limit_at).toEqual(monday("10:00"))
  })

  it("over a weekend give back what was left of it", () => {
    const desk = aDesk()
    desk.run(anAttempt({ outcome: "reached" }), monday("09:10"))
    desk.run(waitUntil(nextMonday("09:00")), monday("16:00"))
    desk.tick(nextMonday("09:00:07"))
    expect(desk.task.resolution_limit_at).toEqual(nextMonday("10:00"))
  })
})
