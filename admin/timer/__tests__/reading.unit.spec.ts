import { readTimer } from "../reading"
import { after, aTimedTask } from "./a-timed-task"

describe("a running timer", () => {
  it("loses a second with every second of the server's clock", () => {
    const task = aTimedTask()
    expect(readTimer(task, after(0))).toEqual({
      kind: "running",
      level: "on_track",
      countingTo: "response_target",
      seconds: 1_104,
      opensAt: null,
    })
    expect(readTimer(task, after(1))).toMatchObject({ seconds: 1_103 })
    expect(readTimer(task, after(1_000))).toMatchObject({ seconds: 104 })
  })

  it("stands at nought until the next answer says what comes after", () => {
    expect(readTimer(aTimedTask(), after(1_104))).toMatchObject({ seconds: 0 })
    expect(readTimer(aTimedTask(), after(1_200))).toMatchObject({
      seconds: 0,
      level: "on_track",
    })
  })

  it("does not run on past the shop's closing, which is its next change", () => {
    const closingInAMinute = aTimedTask({
      next_change_at: "2026-11-23T07:01:00.000Z",
    })
    expect(readTimer(closingInAMinute, after(300))).toMatchObject({
      seconds: 1_044,
    })
  })

  it("never shows more than was left, even if the clock is behind", () => {
    expect(readTimer(aTimedTask(), after(-30))).toMatchObject({
      seconds: 1_104,
    })
  })

  it("counts up since the breach", () => {
    const late = aTimedTask({
      level: "breached",
      counting_to: "response_limit",
      business_seconds_left: -60,
      next_change_at: null,
    })
    expect(readTimer(late, after(0))).toMatchObject({ seconds: 60 })
    expect(readTimer(late, after(5))).toMatchObject({
      level: "breached",
      seconds: 65,
    })
  })
})

describe("a timer that stands", () => {
  it("keeps what is left while the shop is closed, and knows when it opens", () => {
    const closed = aTimedTask({
      state: "closed",
      business_seconds_left: 720,
      opens_at: "2026-11-24T07:00:00.000Z",
    })
    expect(readTimer(closed, after(3_600))).toEqual({
      kind: "closed",
      level: "on_track",
      countingTo: "response_target",
      seconds: 720,
      opensAt: Date.parse("2026-11-24T07:00:00.000Z"),
    })
  })

  it("waits until its time, for its reason", () => {
    const waiting = aTimedTask(
      { state: "waiting", business_seconds_left: null },
      {
        status: "waiting",
        waiting_until: "2026-11-23T07:34:00.000Z",
        waiting_reason: "next_attempt",
      }
    )
    expect(readTimer(waiting, after(0))).toEqual({
      kind: "waiting",
      until: Date.parse("2026-11-23T07:34:00.000Z"),
      reason: "next_attempt",
    })
  })

  it("is due, met, completed or canceled as the task is", () => {
    const due = aTimedTask(
      { state: "due", level: "at_risk" },
      { due_at: "2026-11-23T06:59:00.000Z" }
    )
    expect(readTimer(due, after(0))).toEqual({
      kind: "due",
      since: Date.parse("2026-11-23T06:59:00.000Z"),
    })
    expect(readTimer(aTimedTask({ state: "met" }), after(0)).kind).toBe("met")
    const stopped = { state: "stopped" } as const
    expect(
      readTimer(
        aTimedTask(stopped, { status: "completed", outcome: "confirmed" }),
        after(0)
      )
    ).toEqual({ kind: "completed", outcome: "confirmed" })
    expect(
      readTimer(aTimedTask(stopped, { status: "canceled" }), after(0)).kind
    ).toBe("canceled")
  })
})
