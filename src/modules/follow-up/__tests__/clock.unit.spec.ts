import { nextTimerStep, TIMER_STEPS, type TimerStep } from "../timer-step"
import { aTask, justAfter, monday } from "./task-fixture"
import {
  anAttempt,
  completion,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

function fire(desk: TaskInMemory, step: TimerStep, now: Date) {
  return desk.run({ kind: "fire", step }, now, null)
}

describe("the step that the clock does next", () => {
  const nothingFired = new Set<TimerStep>()

  it("is the target, then the limit, then none", () => {
    expect(nextTimerStep(aTask(), nothingFired)).toEqual({
      step: "target_missed",
      fires_at: monday("09:20"),
    })
    expect(nextTimerStep(aTask(), new Set(["target_missed"]))).toEqual({
      step: "breached",
      fires_at: monday("10:00"),
    })
    expect(
      nextTimerStep(aTask(), new Set(["target_missed", "breached"]))
    ).toBeNull()
  })

  it("is bringing a waiting task back, whatever has fired", () => {
    const waiting = aTask({ status: "waiting", waiting_until: monday("14:00") })
    expect(nextTimerStep(waiting, new Set(["target_missed"]))).toEqual({
      step: "resume",
      fires_at: monday("14:00"),
    })
  })

  it.each([
    ["was answered", aTask({ responded_at: monday("09:05") })],
    ["is completed", aTask({ status: "completed" })],
    ["is canceled", aTask({ status: "canceled" })],
  ])("is none where the task %s", (_, task) => {
    expect(nextTimerStep(task, nothingFired)).toBeNull()
  })
})

describe("a missed deadline", () => {
  it("is not missed at its very moment", () => {
    const desk = new TaskInMemory()
    fire(desk, "target_missed", monday("09:20"))
    fire(desk, "breached", monday("10:00"))
    expect(desk.history).toEqual([])
  })

  it("is written down with its true time, however late the clock comes", () => {
    const desk = new TaskInMemory()
    fire(desk, "target_missed", monday("16:00"))
    fire(desk, "breached", monday("16:00"))
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

  it("is written down once", () => {
    const desk = new TaskInMemory()
    fire(desk, "target_missed", justAfter(monday("09:20")))
    fire(desk, "target_missed", monday("09:21"))
    desk.run(anAttempt(), monday("09:30"))
    expect(desk.history).toEqual(["target_missed", "attempted", "waiting"])
  })

  it("changes nothing of the task", () => {
    const desk = new TaskInMemory()
    const { task } = desk
    fire(desk, "breached", monday("11:00"))
    expect(desk.task).toEqual(task)
  })

  it("is one step: the target's does not write the limit's", () => {
    const desk = new TaskInMemory()
    fire(desk, "target_missed", monday("16:00"))
    expect(desk.history).toEqual(["target_missed"])
  })
})

describe("a wait", () => {
  it("is over at its very moment", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    fire(desk, "resume", monday("14:00"))
    expect(desk.task.status).toBe("open")
  })
})

describe("a step that is no longer true", () => {
  it.each(TIMER_STEPS)("%s does nothing to an answered task", (step) => {
    const desk = new TaskInMemory(
      aTask({ responded_at: monday("09:05"), due_at: null })
    )
    expect(fire(desk, step, monday("16:00")).activities).toEqual([])
  })

  it.each(TIMER_STEPS)("%s does nothing to a completed task", (step) => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed"), monday("09:05"))
    expect(fire(desk, step, monday("16:00")).activities).toEqual([])
  })

  it("does not bring a task back before its time, nor one that is back", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    expect(fire(desk, "resume", monday("13:59")).activities).toEqual([])
    desk.run({ kind: "resume" }, monday("13:59"))
    expect(fire(desk, "resume", monday("14:00")).activities).toEqual([])
    expect(desk.history).toEqual(["waiting", "resumed"])
  })

  it("has missed nothing while the task waits", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    fire(desk, "target_missed", monday("12:00"))
    fire(desk, "breached", monday("12:00"))
    expect(desk.history).toEqual(["waiting"])
  })
})
