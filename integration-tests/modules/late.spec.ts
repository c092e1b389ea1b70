import {
  isLate,
  unmetDeadlines,
} from "../../src/modules/follow-up/task/clock/deadlines"
import { readTimer } from "../../src/modules/follow-up/task/clock/read-timer"
import {
  justAfter,
  justBefore,
  kyivShop,
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  cancellation,
  completion,
  OLENA,
  REOPEN,
  waitUntil,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import type { Task } from "../../src/modules/follow-up/task/task"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

/** Possible histories of a task, one command a minute from 09:05. */
const HISTORIES: Record<string, Command[]> = {
  "nobody has touched": [],
  "was answered": [anAttempt({ outcome: "reached" })],
  waits: [waitUntil(monday("12:00"))],
  "waits for a reply to a call": [anAttempt()],
  "came back": [waitUntil(monday("12:00")), { kind: "resume" }],
  "is done": [completion("confirmed")],
  "was reopened": [completion("confirmed"), REOPEN],
  "was canceled": [cancellation()],
  "was canceled and reopened": [cancellation(), REOPEN],
}

describeModule("late", ({ service }) => {
  /** Opens each of them without a resolution limit, and with one. */
  const openAll = async (): Promise<Task[]> => {
    const ids: string[] = []
    for (const resolution_limit_minutes of [null, 120]) {
      const { playbooks } = await service.readRuleBook(monday("08:00"))
      const confirm = playbooks.find(({ type }) => type === "confirm_order")
      if (!confirm) {
        throw new Error("The shop has no playbook for orders")
      }
      const { id, definition } = confirm
      await service.changeRules(
        {
          kind: "update_playbook",
          id,
          definition: { ...definition, resolution_limit_minutes },
        },
        OLENA,
        monday("08:00")
      )
      for (const commands of Object.values(HISTORIES)) {
        const task = await openOne(service)
        ids.push(task.id)
        for (const [index, command] of commands.entries()) {
          await service.runCommand(
            { task_id: task.id, command, actor_id: OLENA },
            new Date(monday("09:05").getTime() + index * 60_000)
          )
        }
      }
    }
    const tasks = await Promise.all(ids.map((id) => service.findTask(id)))
    return tasks.flatMap((task) => task ?? [])
  }

  /** Just before, at and just after every unmet deadline. */
  const momentsOf = (tasks: Task[]): Date[] =>
    tasks
      .flatMap((task) => unmetDeadlines(task))
      .flatMap(({ at }) => [justBefore(at), at, justAfter(at)])
      .concat(monday("09:00"), tuesday("12:00"))

  const idsOf = (tasks: { id: string }[]) => tasks.map(({ id }) => id).sort()

  it("is the same in a list, in the counts and in each task's timer", async () => {
    const tasks = await openAll()
    const list = async (late: boolean, now: Date) => {
      const page = await service.listQueue(
        { late },
        {
          sort: { column: "opened_at", descending: false },
          limit: 100,
          offset: 0,
        },
        null,
        now
      )
      return idsOf(page.tasks)
    }
    const seen = new Set<number>()
    for (const now of momentsOf(tasks)) {
      const late = tasks.filter((task) => isLate(task, now))
      const levels = tasks.map((task) => readTimer(task, kyivShop, now).level)
      const breached = levels.filter((level) => level === "breached").length
      const critical = levels.filter((level) => level === "critical").length
      const { counts, urgent } = await service.countQueue(null, now)

      expect([now, await list(true, now)]).toEqual([now, idsOf(late)])
      expect([now, await list(false, now)]).toEqual([
        now,
        idsOf(tasks.filter((task) => !late.includes(task))),
      ])
      expect([now, counts.late, breached, urgent]).toEqual([
        now,
        late.length,
        late.length,
        breached + critical,
      ])
      seen.add(late.length)
    }
    // From no late task to all open tasks that have a limit.
    expect(Math.min(...seen)).toBe(0)
    expect(seen.size).toBeGreaterThan(3)
  })
})
