import { readTimer } from "../read-timer"
import type { Task } from "../../task"
import {
  aTaskOpenedAt,
  friday,
  justAfter,
  justBefore,
  kyivShop,
  monday,
  nextMonday,
  saturday,
  sunday,
  tuesday,
} from "../../__tests__/task-fixture"

const read = (task: Task, now: Date) => readTimer(task, kyivShop, now)

describe("while the shop is closed", () => {
  /** Eight minutes counted on Monday evening: twelve are left to the target. */
  const evening = aTaskOpenedAt(monday("17:52"))

  it("the timer stands still and says when it goes on", () => {
    for (const now of [monday("18:00"), tuesday("03:00")]) {
      expect(read(evening, now)).toEqual({
        state: "closed",
        level: "on_track",
        counting_to: "response_target",
        business_seconds_left: 720,
        next_change_at: tuesday("09:00"),
        opens_at: tuesday("09:00"),
      })
    }
  })

  it("runs until the very closing, and again from the very opening", () => {
    expect(read(evening, justBefore(monday("18:00"))).state).toBe("running")
    expect(read(evening, justBefore(tuesday("09:00"))).state).toBe("closed")
    expect(read(evening, tuesday("09:00")).state).toBe("running")
  })

  it("nothing is left of a target that fell on the closing", () => {
    const task = aTaskOpenedAt(monday("17:40"))
    expect(read(task, monday("18:00"))).toMatchObject({
      level: "on_track",
      business_seconds_left: 0,
    })
    expect(read(task, justAfter(monday("18:00")))).toMatchObject({
      level: "at_risk",
      counting_to: "response_limit",
      business_seconds_left: 2400,
    })
  })

  it("five minutes are critical all night, although they come in the morning", () => {
    const task = aTaskOpenedAt(monday("17:05"))
    expect(task.response_limit_at).toEqual(tuesday("09:05"))
    expect(read(task, justBefore(monday("18:00"))).level).toBe("at_risk")
    for (const now of [monday("18:00"), tuesday("08:59"), tuesday("09:00")]) {
      expect(read(task, now)).toMatchObject({
        level: "critical",
        business_seconds_left: 300,
      })
    }
  })

  it("an order of the weekend waits for Monday, of the evening for Saturday", () => {
    expect(read(aTaskOpenedAt(sunday("12:00")), sunday("12:00"))).toMatchObject(
      {
        state: "closed",
        business_seconds_left: 1200,
        opens_at: nextMonday("09:00"),
      }
    )
    expect(read(aTaskOpenedAt(friday("18:01")), friday("23:00"))).toMatchObject(
      { state: "closed", opens_at: saturday("10:00") }
    )
  })

  it("what is breached is breached by business time", () => {
    const task = aTaskOpenedAt(friday("16:00"))
    expect(read(task, saturday("10:30"))).toMatchObject({
      state: "running",
      level: "breached",
      business_seconds_left: -5400,
    })
    expect(read(task, sunday("12:00"))).toMatchObject({
      state: "closed",
      business_seconds_left: -(3600 + 5 * 3600),
      opens_at: nextMonday("09:00"),
    })
  })
})
