import type { Deadline } from "../../src/desk/playbook"
import { asValue } from "@medusajs/framework/awilix"
import { createMedusaContainer } from "@medusajs/framework/utils"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { explanationOf } from "../../src/api/admin/follow-ups/[id]/explanation/explanation-of"
import {
  FOLLOW_UP_MODULE,
  isClosedWithOrder,
} from "../../src/modules/follow-up"
import { groupByPerson } from "../../src/modules/follow-up/contact/person"
import { isLate } from "../../src/modules/follow-up/task/clock/deadlines"
import { readTimer } from "../../src/modules/follow-up/task/clock/read-timer"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { describeUpgraded, NOW, on, type Row } from "./upgraded-shop"

type Task = NonNullable<Awaited<ReturnType<FollowUpModuleService["findTask"]>>>
type Command = Parameters<FollowUpModuleService["runCommand"]>[0]["command"]

/**
 * The results of commit 9002486 for those rows, one task a line: the task as
 * read on that Monday, and the result of each possible next command.
 */
const RECORDED = readFileSync(
  join(__dirname, "before-kinds-of-work/as-read.jsonl"),
  "utf8"
)
  .trim()
  .split("\n")
  .map((line): Row => JSON.parse(line))

const ACTOR = "user_olena"

/** A valid completion of each task type. */
const ENDS: Record<string, Partial<Extract<Command, { kind: "complete" }>>> = {
  confirm_order: { outcome: "confirmed" },
  complete_contact: {
    outcome: "number_received",
    received_phone: "067 111 22 33",
  },
  verify_payment: { outcome: "paid" },
}

/** Columns of the task's table that the module does not return with a task. */
const BESIDE_THE_TASK = [
  "banked_seconds",
  "raw_banked_seconds",
  "raw_order_total",
  "search_terms",
  "order_seen_at",
  "customer_seen_at",
  "deleted_at",
]

const isKept = ({ deleted_at }: Row) => deleted_at === null

/** A row as the module reads it, without some columns. */
const asRead = (row: Row, without: string[] = []): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !without.includes(column))
      .map(([column, value]) => [
        column,
        /_(at|since|until)$/.test(column) && typeof value === "string"
          ? new Date(value)
          : value,
      ])
  )

/**
 * The state to which an attempt is withdrawn no longer has the sum of the runs.
 */
const withoutSum = (row: Row): Row => {
  if (typeof row.before !== "object" || row.before === null) {
    return row
  }
  const { banked_seconds: _, ...before } = row.before as Row
  return { ...row, before }
}

const byId = (rows: Row[]) =>
  [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))

/** In the recording's format: instants as text, without undefined values. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describeUpgraded(
  "an upgrade of a shop at work",
  ({ service }, { before, after }) => {
    const allTasks = async (): Promise<Task[]> =>
      await service.findTasks({
        order_id: before("task").map(({ order_id }) => String(order_id)),
      })

    const everything = { take: 10_000, order: { id: "ASC" } } as const

    /** The activities added since the upgrade, in order. */
    const historySince = async (task_id: string) => {
      const known = new Set(before("activity").map(({ id }) => id))
      const history = await service.listFollowUpActivities(
        { task_id },
        { take: 1000, order: { sequence: "ASC" } }
      )
      return history.filter(({ id }) => !known.has(id))
    }

    const deadlinesOf = (task: Task) => ({
      response_target_at: task.response_target_at,
      response_limit_at: task.response_limit_at,
      resolution_limit_at: task.resolution_limit_at,
    })

    /**
     * Per deadline: its start, the time used before it, and the time left then.
     */
    const explain = async (task: Task) => {
      const container = createMedusaContainer()
      container.register(FOLLOW_UP_MODULE, asValue(service))
      const { deadlines } = await explanationOf(task, container)
      for (const { deadline, at, business_seconds, steps } of deadlines) {
        const counted = steps.reduce(
          (sum, step) =>
            sum + (step.kind === "window" ? step.business_seconds : 0),
          0
        )
        expect(new Date(at)).toEqual(task[`${deadline}_at`])
        expect(counted).toBe(business_seconds)
      }
      return Object.fromEntries(
        deadlines.map(({ deadline, from, ...sum }) => [
          deadline,
          [from, sum.banked_seconds, sum.business_seconds],
        ])
      )
    }

    const moveAll = async (): Promise<void> => {
      while ((await service.moveTasks(NOW)) !== null) {
        // Until no change is unfinished.
      }
    }

    /** Compares one field of each task with its recording. */
    const expectAsRecorded = async (
      field: string,
      tasks: Task[],
      tell: (task: Task) => Promise<unknown>
    ) => {
      const told = new Map<string, unknown>()
      for (const task of tasks) {
        told.set(`${task.type} ${task.order_id}`, asJson(await tell(task)))
      }
      const recorded = RECORDED.filter((line) => line[field] !== undefined)
      expect(Object.fromEntries(told)).toEqual(
        Object.fromEntries(
          recorded.map((line) => [`${line.type} ${line.order_id}`, line[field]])
        )
      )
    }

    it("has tasks in every state that there was", async () => {
      const all = (table: string, column: string) =>
        [...new Set(before(table).map((row) => row[column]))]
          .filter((value) => value !== null)
          .sort()
          .join(" ")
      expect(all("task", "status")).toBe("canceled completed open waiting")
      expect(all("task", "waiting_reason")).toBe(
        "call_back customer_reply new_number next_attempt other"
      )
      expect(all("task", "outcome")).toBe(
        "auto_confirmed changed confirmed declined no_number not_paid number_received paid unreachable"
      )
      expect(all("task", "cancel_reason")).toBe(
        "customer_deleted duplicate not_needed order_canceled order_deleted other"
      )
      expect(all("task", "fallback")).toBe(
        "cancel_order hand_over message_customer"
      )
      expect(all("outbox_event", "kind")).toBe("action event notification")
      await expectAsRecorded("history", await allTasks(), async (task) => {
        const history = before("activity")
          .filter(({ task_id }) => task_id === task.id)
          .sort((a, b) => Number(a.sequence) - Number(b.sequence))
        return [task.status, ...history.map(({ kind }) => kind)].join(" ")
      })
    })

    it("keeps every row, with what its columns said", () => {
      for (const [table, key] of [
        ["task", "id"],
        ["attempt", "id"],
        ["activity", "id"],
        ["timer", "task_id"],
        ["business_calendar", "id"],
        ["calendar_version", "id"],
        ["calendar_binding", "id"],
        ["playbook", "id"],
        ["playbook_version", "id"],
        ["canned_answer", "id"],
        ["rule_change", "id"],
        ["command_key", "id"],
        ["outbox_event", "id"],
        ["unfollowed_record", "record_id"],
        ["watermark", "name"],
      ] as const) {
        const found = new Map(after(table).map((row) => [row[key], row]))
        for (const row of before(table)) {
          const now = found.get(row[key]) ?? {}
          expect(now).toHaveProperty(key)
          const columns = Object.keys(row).filter((column) => column in now)
          expect(now).toMatchObject(
            withoutSum(
              Object.fromEntries(columns.map((column) => [column, row[column]]))
            )
          )
        }
      }
    })

    it("reads every task as it was, with its history", async () => {
      const rows = before("task").filter(isKept)
      const tasks = await allTasks()
      expect(tasks).toHaveLength(rows.length)
      for (const row of rows) {
        const task = tasks.find(({ id }) => id === row.id)
        expect(task).toMatchObject(asRead(row, BESIDE_THE_TASK))
        const used = (task?.runs ?? []).reduce(
          (sum, { seconds }) => sum + seconds,
          0
        )
        expect(used).toBe(row.banked_seconds)
      }
      expect(await service.listFollowUpAttempts({}, everything)).toMatchObject(
        byId(before("attempt").filter(isKept)).map((row) =>
          asRead(withoutSum(row), ["created_at", "updated_at"])
        )
      )
      expect(
        await service.listFollowUpActivities({}, everything)
      ).toMatchObject(
        byId(before("activity").filter(isKept)).map((row) =>
          asRead(row, ["created_at", "updated_at"])
        )
      )
    })

    it("reads every timer as it was", async () => {
      const tasks = await allTasks()
      const rulesOf = await service.rulesOf(tasks)
      await expectAsRecorded("timer", tasks, async (task) =>
        readTimer(task, rulesOf(task).calendar.calendar, NOW)
      )
    })

    it("explains every deadline as before, save those that were settled under other rules", async () => {
      const tasks = await allTasks()
      const otherRules = new Set(
        before("activity").flatMap(({ kind, task_id }) =>
          kind === "rules_changed" ? [task_id] : []
        )
      )
      await expectAsRecorded("explained", tasks, async (task) => {
        const explained = await explain(task)
        const recorded = RECORDED.find(
          ({ type, order_id }) =>
            type === task.type && order_id === task.order_id
        )?.explained
        const settled = Object.entries(Object(recorded)).filter(
          ([deadline]) =>
            task.responded_at !== null ||
            Number(task[`${deadline as Deadline}_at`]) <= NOW.getTime()
        )
        // How such a deadline was calculated is stored only since the upgrade.
        return otherRules.has(task.id)
          ? { ...Object.fromEntries(settled), ...explained }
          : explained
      })
    })

    it("goes on with every task, whatever state it is in", async () => {
      const commandFor = ({ status, type }: Task): Command => {
        switch (status) {
          case "open":
            return {
              kind: "complete",
              outcome: "",
              note: null,
              received_phone: null,
              ...ENDS[type],
            }
          case "waiting":
            return { kind: "resume" }
          case "completed":
          case "canceled":
            return { kind: "reopen", note: null }
        }
      }
      await expectAsRecorded("goes_on", await allTasks(), async (before) => {
        const command = commandFor(before)
        const { task, event_ids } = await service.runCommand(
          {
            task_id: before.id,
            command,
            actor_id: isClosedWithOrder(before) ? null : ACTOR,
          },
          NOW
        )
        expect(await service.findTask(task.id)).toEqual(task)
        const told = await service.takeOutbox(event_ids, NOW)
        const history = await historySince(task.id)
        const { status, outcome, due_at, runs, assignee_id } = task
        return {
          ...deadlinesOf(task),
          ...{ status, outcome, due_at, assignee_id },
          used: runs.reduce((sum, { seconds }) => sum + seconds, 0),
          history: history.map(({ kind }) => kind).join(" "),
          told: told.map(({ name }) => name).join(" "),
        }
      })
    })

    it("lets the clock do what is due, and tells of it", async () => {
      const event_ids = new Map<string, string[]>()
      for (const now of [
        NOW,
        on(24, "08:00"),
        on(24, "12:00"),
        on(25, "18:00"),
      ]) {
        let fired = await service.fireDueTimers(now, 1000)
        while (fired.length > 0) {
          for (const change of fired) {
            const { id } = change.task
            const ids = event_ids.get(id) ?? []
            event_ids.set(id, [...ids, ...change.event_ids])
          }
          fired = await service.fireDueTimers(now, 1000)
        }
      }
      await expectAsRecorded("by_the_clock", await allTasks(), async (task) => {
        const history = await historySince(task.id)
        const told = await service.takeOutbox(
          event_ids.get(task.id) ?? [],
          on(25, "18:00")
        )
        return {
          history: history.map(({ kind, occurred_at }) => [kind, occurred_at]),
          told: told.map(({ kind, name }) => `${kind} ${name}`),
        }
      })
    })

    it("finishes the change of the rules that was unfinished, and takes another", async () => {
      await moveAll()
      const isActive = ({ status }: Task) =>
        status === "open" || status === "waiting"
      const active = (await allTasks()).filter(isActive)
      await expectAsRecorded("moved", active, async (task) => ({
        ...deadlinesOf(task),
        history: (await historySince(task.id))
          .map(({ kind }) => kind)
          .join(" "),
      }))

      const { playbooks } = await service.readRuleBook(NOW)
      for (const { id, version, type, definition } of playbooks) {
        await service.changeRules(
          {
            kind: "update_playbook",
            id,
            version,
            definition: {
              ...definition,
              response_target_minutes: 8,
              response_limit_minutes: 30,
              resolution_limit_minutes: type === "confirm_order" ? 150 : 600,
            },
          },
          ACTOR,
          NOW
        )
      }
      await moveAll()
      const moved = (await allTasks()).filter(isActive)
      await expectAsRecorded("moved_again", moved, async (task) => {
        expect(await explain(task)).toHaveProperty("resolution_limit")
        return deadlinesOf(task)
      })
    })
  }
)

describeUpgraded(
  "an upgrade of a shop with few customers",
  ({ service }) => {
    it("makes one call of what each person has open, with one assignee and one task that leads", async () => {
      const tasks = await service.listFollowUpTasks({}, { take: 1000 })
      expect(new Set(tasks.map(({ person_id }) => person_id)).size).toBe(
        groupByPerson(tasks, () => false).length
      )
      const active = tasks.filter(
        ({ status }) => status === "open" || status === "waiting"
      )
      const calls = groupByPerson(active, () => false)
      expect(calls.some((call) => call.length > 1)).toBe(true)
      for (const call of calls) {
        expect(call.filter(({ leads }) => leads)).toHaveLength(1)
        const assignees = call.map(({ assignee_id }) => assignee_id)
        expect(new Set(assignees).size).toBe(1)
      }
      const { counts } = await service.countQueue(null, NOW)
      expect(counts.now + counts.waiting).toBe(calls.length)
    })

    it("counts a call as late of which any task is", async () => {
      const ids = (await service.listFollowUpTasks({}, { take: 1000 })).map(
        ({ id }) => id
      )
      const tasks = (
        await Promise.all(ids.map((id) => service.findTask(id)))
      ).flatMap((task) => task ?? [])
      const late = tasks.filter((task) => isLate(task, NOW))
      const { counts } = await service.countQueue(null, NOW)
      expect(counts.late).toBe(
        new Set(late.map(({ person_id }) => person_id)).size
      )
      expect(counts.late).toBeGreaterThan(0)
      expect(late.length).toBeGreaterThan(counts.late)
    })
  },
  { as_written: true }
)
