import { nextTimerStep } from "../clock/timer-step"
import { aTask, justAfter, kyivShop, monday, playbook } from "./task-fixture"
import {
  anAttempt,
  completion,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

/** No escalation: only the deadlines themselves. */
const { definition } = playbook("confirm_order", { escalation: [] })

const quiet = (task = aTask()) =>
  new TaskInMemory(
    task,
    kyivShop,
    null,
    playbook(task.type, { escalation: [] })
  )

const nextOf = (task = aTask(), fired: string[] = []) =>
  nextTimerStep(task, new Set(fired), definition, kyivShop, task.opened_at)

describe("the step that the clock does next", () => {
  it("is the target, then the limit, then none", () => {
    expect(nextOf()).toEqual({
      step: "target_missed",
      fires_at: monday("09:20"),
    })
    expect(nextOf(aTask(), ["target_missed"])).toEqual({
      step: "breached",
      fires_at: monday("10:00"),
    })
    expect(nextOf(aTask(), ["target_missed", "breached"])).toBeNull()
  })

  it("is the resolution limit once the task was answered", () => {
    const task = aTask({
      responded_at: monday("09:05"),
      resolution_limit_at: monday("17:00"),
    })
    expect(nextOf(task)).toEqual({
      step: "resolution_breached",
      fires_at: monday("17:00"),
    })
    expect(nextOf(task, ["resolution_breached"])).toBeNull()
  })

  it("is bringing a waiting task back, whatever has fired", () => {
    const waiting = aTask({ status: "waiting", waiting_until: monday("14:00") })
    expect(nextOf(waiting, ["target_missed"])).toEqual({
      step: "resume",
      fires_at: monday("14:00"),
    })
  })

  it("is none while the task waits for something that has no time", () => {
    expect(nextOf(aTask({ status: "waiting" }))).toBeNull()
  })

  it.each([
    ["was answered", aTask({ responded_at: monday("09:05") })],
    ["is completed", aTask({ status: "completed" })],
    ["is canceled", aTask({ status: "canceled" })],
  ])("is none where the task %s", (_, task) => {
    expect(nextOf(task)).toBeNull()
  })
})

describe("a missed deadline", () => {
  it("is not missed at its very moment", () => {
    const desk = quiet()
    desk.tick(monday("09:20"))
    expect(desk.history).toEqual([])
    desk.tick(monday("10:00"))
    expect(desk.history).toEqual(["target_missed"])
  })

  it("is written down with its true time, however late the clock comes", () => {
    const desk = quiet()
    desk.tick(monday("16:00"))
    expect(desk.activities).toEqual([
      {
        kind: "target_missed",
        data: {},
        occurred_at: monday("09:20"),
        once: "target_missed",
      },
      {
        kind: "breached",
        data: {},
        occurred_at: monday("10:00"),
        once: "breached",
      },
    ])
  })

  it("is the resolution limit's too, and says so", () => {
    const desk = quiet(
      aTask({
        responded_at: monday("09:05"),
        resolution_limit_at: monday("17:00"),
      })
    )
    desk.tick(monday("17:30"))
    desk.tick(monday("17:31"))
    expect(desk.activities).toEqual([
      {
        kind: "breached",
        data: { deadline: "resolution_limit" },
        occurred_at: monday("17:00"),
        once: "resolution_breached",
      },
    ])
  })

  it("is written down once", () => {
    const desk = quiet()
    desk.tick(justAfter(monday("09:20")))
    desk.tick(monday("09:21"))
    desk.run(anAttempt(), monday("09:30"))
    expect(desk.history).toEqual(["target_missed", "attempted", "waiting"])
  })

  it("changes nothing of the task", () => {
    const desk = quiet()
    const { task } = desk
    desk.tick(monday("11:00"))
    expect(desk.task).toEqual(task)
  })
})

describe("a wait", () => {
  it("is over at its very moment", () => {
    const desk = quiet()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    desk.tick(monday("14:00"))
    expect(desk.task.status).toBe("open")
  })
})

describe("a step that is no longer true", () => {
  it("does nothing to an answered task", () => {
    const desk = quiet(aTask({ responded_at: monday("09:05"), due_at: null }))
    expect(desk.tick(monday("16:00")).activities).toEqual([])
  })

  it("does nothing to a completed task", () => {
    const desk = quiet()
    desk.run(completion("confirmed"), monday("09:05"))
    expect(desk.tick(monday("16:00")).activities).toEqual([])
  })

  it("does not bring a task back before its time, nor one that is back", () => {
    const desk = quiet()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    expect(desk.tick(monday("13:59")).activities).toEqual([])
    desk.run({ kind: "resume" }, monday("13:59"))
    expect(desk.tick(monday("14:00")).activities).toEqual([])
    expect(desk.history).toEqual(["waiting", "resumed"])
  })

  it("has missed nothing while the task waits", () => {
    const desk = quiet()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    desk.tick(monday("12:00"))
    expect(desk.history).toEqual(["waiting"])
  })
})
