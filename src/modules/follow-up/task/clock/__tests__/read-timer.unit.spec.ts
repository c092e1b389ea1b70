import fc from "fast-check"
import { latestCriticalLimit, nextDeadline, readTimer } from "../read-timer"
import type { Task } from "../../task"
import {
  aTask,
  aTaskOpenedAt,
  justAfter,
  justBefore,
  kyivShop,
  monday,
} from "../../__tests__/task-fixture"

const read = (task: Task, now: Date) => readTimer(task, kyivShop, now)

describe("the four levels", () => {
  it.each([
    ["at its opening", monday("09:00"), "on_track", "response_target", 1200],
    ["at the target", monday("09:20"), "on_track", "response_target", 0],
    [
      "right after it",
      justAfter(monday("09:20")),
      "at_risk",
      "response_limit",
      2399.999,
    ],
    [
      "right before five minutes are left",
      justBefore(monday("09:55")),
      "at_risk",
      "response_limit",
      300.001,
    ],
    [
      "with five minutes left",
      monday("09:55"),
      "critical",
      "response_limit",
      300,
    ],
    ["at the limit", monday("10:00"), "critical", "response_limit", 0],
    [
      "right after it",
      justAfter(monday("10:00")),
      "breached",
      "response_limit",
      -0.001,
    ],
    ["hours later", monday("12:00"), "breached", "response_limit", -7200],
  ])("%s (%s): %s", (_, now, level, counting_to, business_seconds_left) => {
    expect(read(aTask(), now)).toMatchObject({
      state: "running",
      level,
      counting_to,
      business_seconds_left,
      opens_at: null,
    })
  })

  it("a task whose limit is its target is critical in its last minutes, too", () => {
    const task = aTask({ response_limit_at: monday("09:20") })
    expect(read(task, justBefore(monday("09:15"))).level).toBe("on_track")
    expect(read(task, monday("09:15"))).toMatchObject({
      level: "critical",
      counting_to: "response_target",
    })
    expect(read(task, justAfter(monday("09:20"))).level).toBe("breached")
  })
})

describe("the states in which nothing counts", () => {
  const still = {
    counting_to: null,
    business_seconds_left: null,
    opens_at: null,
  }
  const answered = { responded_at: monday("09:05") }

  it.each<[string, Partial<Task>, Partial<ReturnType<typeof read>>]>([
    [
      "waiting until its time",
      { status: "waiting", waiting_until: monday("14:00") },
      {
        state: "waiting",
        level: "on_track",
        next_change_at: monday("14:00"),
      },
    ],
    [
      "due where the next attempt is",
      { ...answered, due_at: monday("09:35") },
      { state: "due", level: "at_risk", next_change_at: null },
    ],
    [
      "met where nothing further is due",
      { ...answered, due_at: null },
      { state: "met", level: "on_track", next_change_at: null },
    ],
    [
      "stopped where it is completed",
      { status: "completed" },
      { state: "stopped", level: "on_track", next_change_at: null },
    ],
    [
      "stopped where it is canceled, however late",
      { status: "canceled" },
      { state: "stopped", level: "on_track", next_change_at: null },
    ],
  ])("%s", (_, facts, reading) => {
    expect(read(aTask(facts), monday("12:00"))).toEqual({
      ...still,
      ...reading,
    })
  })
})

describe("the next unmet deadline", () => {
  const target = { deadline: "response_target", at: monday("09:20") }
  const limit = { deadline: "response_limit", at: monday("10:00") }

  it.each([
    ["the target up to its moment", monday("09:20"), target],
    ["then the limit", justAfter(monday("09:20")), limit],
    ["and still the limit once it passed", monday("11:00"), limit],
  ])("is %s", (_, now, deadline) => {
    expect(nextDeadline(aTask(), now)).toMatchObject(deadline)
  })

  it("is the resolution limit once the task was answered", () => {
    const resolution_limit_at = monday("17:00")
    const answered = { responded_at: monday("09:05"), resolution_limit_at }
    for (const now of [monday("09:10"), monday("17:30")]) {
      expect(nextDeadline(aTask(answered), now)).toMatchObject({
        deadline: "resolution_limit",
        at: resolution_limit_at,
      })
    }
    expect(
      nextDeadline(aTask({ resolution_limit_at }), monday("09:10"))
    ).toMatchObject(target)
  })

  it.each([
    ["waits", { status: "waiting" }],
    ["was answered", { responded_at: monday("09:05") }],
    ["is completed", { status: "completed" }],
    ["is canceled", { status: "canceled" }],
  ] satisfies [string, Partial<Task>][])(
    "is none where the task %s",
    (_, facts) => {
      expect(nextDeadline(aTask(facts), monday("09:10"))).toBeNull()
    }
  )
})

describe("the latest limit that is critical now", () => {
  it("parts the critical and breached tasks from the others", () => {
    const opened = fc.date({
      min: new Date("2026-10-20T00:00:00Z"),
      max: new Date("2026-11-01T00:00:00Z"),
      noInvalidDate: true,
    })
    const minutes = fc.integer({ min: 0, max: 3 * 24 * 60 })
    fc.assert(
      fc.property(opened, minutes, (opened_at, later) => {
        const task = aTaskOpenedAt(opened_at)
        const now = new Date(opened_at.getTime() + later * 60_000)
        const { level } = read(task, now)
        expect(
          task.response_limit_at <= latestCriticalLimit(kyivShop, now)
        ).toBe(level === "critical" || level === "breached")
      }),
      { numRuns: 500 }
    )
  })
})
