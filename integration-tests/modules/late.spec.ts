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
import type { QueueFilters } from "../../src/modules/follow-up/queue/queue-conditions"
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

  describe("is a call", () => {
    const olena = { customer_id: "cus_olena" }
    const NOW = monday("10:30")
    const run = (task: Task, command: Command) =>
      service.runCommand(
        { task_id: task.id, command, actor_id: OLENA },
        monday("10:10")
      )
    const list = async (filters: QueueFilters, now = NOW) =>
      (
        await service.listQueue(
          { ...olena, ...filters },
          {
            sort: { column: "due_at", descending: false },
            limit: 10,
            offset: 0,
          },
          OLENA,
          now
        )
      ).tasks.map(({ id }) => id)

    /** The one that leads is due later than the other, which is late. */
    const twoOf = async () => {
      const late = await openOne(service, olena)
      const leads = await openOne(service, {
        ...olena,
        opened_at: monday("10:05"),
      })
      await run(leads, { kind: "update", priority: "urgent" })
      return { late, leads }
    }

    it("of which a task that does not lead is late", async () => {
      const { leads } = await twoOf()
      expect(await service.countQueue(OLENA, NOW)).toMatchObject({
        counts: { now: 1, late: 1, all: 1 },
        urgent: 1,
      })
      expect(await list({ tab: "late" })).toEqual([leads.id])
      expect(await list({ tab: "now", late: true })).toEqual([leads.id])
      expect(await list({ tab: "now", late: false })).toEqual([])
      expect(await list({ q: "1042", outside: "late" })).toEqual([])
      expect((await service.countQueue(OLENA, monday("09:55"))).urgent).toBe(1)
      expect(await list({ tab: "late" }, monday("10:00"))).toEqual([])
    })

    it("until that task is closed or answered, and after it is reopened", async () => {
      const lateCalls = async () => {
        const { counts } = await service.countQueue(OLENA, NOW)
        expect(await list({ tab: "late" })).toHaveLength(counts.late)
        return counts.late
      }
      const { late } = await twoOf()
      await run(late, cancellation())
      expect(await lateCalls()).toBe(0)
      await run(late, REOPEN)
      expect(await lateCalls()).toBe(1)
      await run(late, anAttempt({ outcome: "reached" }))
      expect(await lateCalls()).toBe(0)
    })

    it("of which the late task is deleted, no longer", async () => {
      const { late } = await twoOf()
      await service.deleteFollowUpTimers([late.id])
      await service.deleteFollowUpTasks([late.id])
      expect((await service.countQueue(OLENA, NOW)).counts.late).toBe(0)
      expect(
        (await service.countQueue(OLENA, monday("11:06"))).counts.late
      ).toBe(1)
    })

    it("once, however many of its tasks are late, in whichever order they were opened", async () => {
      for (const time of ["09:20", "09:00", "09:10"]) {
        await openOne(service, { ...olena, opened_at: monday(time) })
      }
      for (const [time, late, urgent] of [
        ["09:55", 0, 1],
        ["10:01", 1, 1],
        ["10:21", 1, 1],
      ] as const) {
        expect(await service.countQueue(OLENA, monday(time))).toMatchObject({
          counts: { late },
          urgent,
        })
      }
    })
  })
})
