import { aTaskOpenedAt, kyivShop, monday } from "../../__tests__/task-fixture"
import type { Task } from "../../task"
import { runsOutFirst } from "../runs-out-first"

/** Targets are 20 minutes after the opening, limits an hour. */
const opened = (time: string, changes: Partial<Task> = {}): Task => ({
  ...aTaskOpenedAt(monday(time)),
  ...changes,
})

const isFirst = (lead: Task, others: Task[], now: Date) =>
  [lead, ...others].indexOf(runsOutFirst(lead, others, () => kyivShop, now))

describe("the timer of a call", () => {
  it.each<[string, Task, Task[], string, number]>([
    ["is that of its only task", opened("09:00"), [], "09:10", 0],
    [
      "is that of a task that is late, whichever leads",
      opened("10:00", { priority: 3 }),
      [opened("09:00")],
      "10:05",
      1,
    ],
    [
      "is that of the task that has been late for longest",
      opened("09:10"),
      [opened("09:05"), opened("09:00"), opened("09:06")],
      "11:00",
      2,
    ],
    [
      "is that of a task with a missed target rather than of one with less time to its own",
      opened("09:00"),
      [opened("09:10", { response_target_at: monday("09:22") })],
      "09:21",
      0,
    ],
    [
      "is that of the next deadline while nothing was missed",
      opened("09:05"),
      [opened("09:00")],
      "09:10",
      1,
    ],
    [
      "is not that of a task that was answered",
      opened("10:00"),
      [opened("09:00", { responded_at: monday("09:05"), due_at: null })],
      "10:05",
      0,
    ],
    [
      "stays with the task that leads if another is as urgent",
      opened("09:00"),
      [opened("09:00")],
      "09:10",
      0,
    ],
  ])("%s", (_, lead, others, now, expected) => {
    expect(isFirst(lead, others, monday(now))).toBe(expected)
  })
})
