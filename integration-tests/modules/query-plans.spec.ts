import {
  PLUGIN_DESK,
  rulesUnder,
} from "../../src/modules/follow-up/__tests__/plugin-desk"

import { runCommand } from "../../src/modules/follow-up/task/run-command"
import { countActiveTasks } from "../../src/modules/follow-up/rules/count-active-tasks"
import { commandKeys } from "../../src/modules/follow-up/tables"
import { changedSince } from "../../src/modules/follow-up/queue/changed-since"
import { countQueue } from "../../src/modules/follow-up/queue/count-queue"
import { lockDueTasks } from "../../src/modules/follow-up/timers/lock-due-tasks"
import { refoldSearch } from "../../src/modules/follow-up/task/sql/refold-search"
import { selectActiveTasks } from "../../src/modules/follow-up/task/sql/lock-active-tasks"
import type { QueueFilters } from "../../src/modules/follow-up/queue/queue-conditions"
import {
  type QueuePage,
  selectQueue,
} from "../../src/modules/follow-up/queue/select-queue"
import {
  markSeen,
  selectSyncedTasks,
  selectOrdersToCall,
} from "../../src/modules/follow-up/reconciler/seen-records"
import { lockUnfinishedRuleChange } from "../../src/modules/follow-up/rules/rule-changes"
import { selectFiredSteps } from "../../src/modules/follow-up/task/sql/select-history"
import {
  selectTask,
  selectTasksOf,
} from "../../src/modules/follow-up/task/sql/select-task"
import type { Sql } from "../../src/postgres/sql"
import { BigShop, type Plan } from "./big-shop"
import { times } from "./open-request"

jest.setTimeout(120_000)

const NOW = new Date("2026-11-23T15:00:00Z")

const BY_DUE: QueuePage["sort"] = { column: "due_at", descending: false }
const NEWEST: QueuePage["sort"] = { column: "opened_at", descending: true }

/** By which a search finds a call by any of its tasks. */
const OF_ANY_TASK = ["person", "search", "search_active"]

describe("among 20,000 tasks", () => {
  const shop = new BigShop()

  beforeAll(() => shop.open())
  afterAll(() => shop.close())

  it.each<[string, QueueFilters, QueuePage["sort"], ...string[]]>([
    ["what to do now", { tab: "now" }, BY_DUE, "open"],
    ["what waits", { tab: "waiting" }, BY_DUE, "waiting"],
    ["my own tasks", { tab: "mine" }, BY_DUE, "assignee"],
    ["what is late", { tab: "late" }, BY_DUE, "limit_of_other", "open"],
    ["one order's tasks", { order_id: "order_19000" }, BY_DUE, "order"],
    ["one customer's tasks", { customer_id: "cus_6000" }, BY_DUE, "customer"],
    [
      "one person's open tasks",
      { assignee_id: "user_1", status: ["open", "waiting"] },
      BY_DUE,
      "assignee",
    ],
    ["a search for a number", { q: "067 12345" }, BY_DUE, "search"],
    ["a search for an e-mail", { q: "olena6000@" }, BY_DUE, "search"],
    ["a search for an order", { q: "#19000" }, BY_DUE, "search"],
    [
      "a search outside what to do now",
      { q: "olena6000@", outside: "now" },
      BY_DUE,
      ...OF_ANY_TASK,
    ],
    [
      "a search outside what is late",
      { q: "olena6000@", outside: "late" },
      BY_DUE,
      "limit_of_other",
      ...OF_ANY_TASK,
    ],
  ])("%s: a page and its count come from indexes", async (...row) => {
    const [, filters, sort, ...indexes] = row
    const plans = await shop.plansOf((sql) =>
      selectQueue(sql, filters, { sort, limit: 50, offset: 0 }, "user_1", NOW)
    )
    expect(tablesScanned(plans).filter((table) => table !== COUNTS)).toEqual([])
    expect(plans[0]?.indexes).toEqual(
      indexes.map((index) => `idx_follow_up_task_${index}`)
    )
  })

  it("everything: a page comes from its index, its count from the counts", async () => {
    const [page, count] = await shop.plansOf((sql) =>
      selectQueue(
        sql,
        { tab: "all" },
        { sort: NEWEST, limit: 50, offset: 0 },
        null,
        NOW
      )
    )
    expect(page?.indexes).toEqual(["idx_follow_up_task_all"])
    expect(count?.scanned).toEqual([COUNTS])
  })

  it("a list of filtered tasks is counted no further than 10,000", async () => {
    const [, count] = await shop.plansOf((sql) =>
      selectQueue(
        sql,
        { tab: "all", type: ["confirm_order"] },
        { sort: NEWEST, limit: 50, offset: 0 },
        null,
        NOW
      )
    )
    expect(count?.limits).toBe(true)
  })

  it.each<[QueuePage["sort"]["column"], boolean, string]>([
    ["opened_at", true, "all"],
    ["opened_at", false, "all"],
    ["order_total", true, "all_total_desc"],
    ["order_total", false, "all_total"],
    ["updated_at", true, "all_updated"],
    ["updated_at", false, "all_updated"],
    ["due_at", false, "all_due"],
  ])(
    "everything by %s, descending %s: a page comes from its index",
    async (column, descending, index) => {
      const [page] = await shop.plansOf((sql) =>
        selectQueue(
          sql,
          { tab: "all" },
          { sort: { column, descending }, limit: 50, offset: 0 },
          null,
          NOW
        )
      )
      expect(page?.scanned).toEqual([])
      expect(page?.indexes).toEqual([`idx_follow_up_task_${index}`])
    }
  )

  it("everything by the latest due: those that are not due are in the order of an index", async () => {
    const [page] = await shop.plansOf((sql) =>
      selectQueue(
        sql,
        { tab: "all" },
        {
          sort: { column: "due_at", descending: true },
          limit: 50,
          offset: 0,
        },
        null,
        NOW
      )
    )
    expect(page?.indexes).toContain("idx_follow_up_task_all")
  })

  it("a letter that every task has is searched in the order of the list", async () => {
    const [many, page] = await shop.plansOf((sql) =>
      selectQueue(
        sql,
        { tab: "all", q: "o" },
        { sort: BY_DUE, limit: 50, offset: 0 },
        null,
        NOW
      )
    )
    expect(many?.limits).toBe(true)
    // What leads no call is found beforehand, among what is open or waiting.
    expect(page?.indexes).toEqual([
      "idx_follow_up_task_all_due",
      "idx_follow_up_task_search_active",
    ])
    expect(page?.scanned).toEqual([])
    expect(page?.sorts).toBe(false)
  })

  it("what is late is a range of the open tasks' limits", async () => {
    const [plan] = await shop.plansOf((sql) =>
      selectQueue(
        sql,
        { late: true },
        { sort: BY_DUE, limit: 50, offset: 0 },
        null,
        // When few of them are.
        new Date("2026-09-29T18:00:00+03:00")
      )
    )
    expect(plan?.indexes).toEqual(["idx_follow_up_task_limit"])
    expect(plan?.lookedUpIn("idx_follow_up_task_limit")).toContain("LEAST")
  })

  it("the calls that are late by a task that does not lead are a range of those tasks' limits", async () => {
    const [plan] = await shop.plansOf((sql) =>
      selectQueue(
        sql,
        { tab: "late" },
        { sort: BY_DUE, limit: 50, offset: 0 },
        null,
        NOW
      )
    )
    const index = "idx_follow_up_task_limit_of_other"
    expect(plan?.lookedUpIn(index)).toContain("LEAST")
    expect(plan?.sorts).toBe(false)
  })

  it("the counts of calls under several calendars read no table from end to end", async () => {
    const [counts] = await shop.plansOf((sql) =>
      countQueue(
        sql,
        "user_1",
        [1, 2].map((calendar_version) => ({
          calendar_id: "fucal_1",
          calendar_version,
          limit: new Date(NOW.getTime() + calendar_version * 300_000),
        })),
        NOW
      )
    )
    expect(counts?.scanned).toEqual([COUNTS])
  })

  it.each<[string, QueueFilters, QueuePage["sort"]]>([
    ["now", { tab: "now" }, BY_DUE],
    ["waiting", { tab: "waiting" }, BY_DUE],
    ["all", { tab: "all" }, NEWEST],
  ])("the tab %s is in its index's own order", async (_, filters, sort) => {
    const [page] = await shop.plansOf((sql) =>
      selectQueue(sql, filters, { sort, limit: 50, offset: 0 }, null, NOW)
    )
    expect(page?.sorts).toBe(false)
  })

  it("the counts of all tabs read no table from end to end", async () => {
    const [counts] = await shop.plansOf((sql) =>
      countQueue(
        sql,
        "user_1",
        [{ calendar_id: "fucal_1", calendar_version: 1, limit: NOW }],
        NOW
      )
    )
    expect(counts?.scanned).toEqual([COUNTS])
    expect(counts?.indexes).toEqual(["idx_follow_up_task_limit"])
  })

  it("terms that an older version made are found, once there are none, without reading any", async () => {
    await shop.sql.execute("update follow_up_task set search_version = 1")
    await shop.sql.execute("analyze follow_up_task")
    const [plan] = await shop.plansOf((sql) => refoldSearch(sql, 500))
    expect(plan?.scanned).toEqual([])
    expect(plan?.indexes).toEqual(["idx_follow_up_task_search_version"])
  })

  it("what has changed is found by indexes, but for the few contacts that people share", async () => {
    const second = { from: new Date(NOW.getTime() - 1_000), to: NOW }
    const [, plan] = await shop.plansOf(async (sql) => {
      const { look } = await changedSince(sql, null)
      await changedSince(sql, {
        before: look,
        passed: second,
        became_critical: [
          { calendar_id: "fucal_1", calendar_version: 1, ...second },
        ],
      })
    })
    expect(plan?.scanned).toEqual(["follow_up_shared_contact"])
    expect([...new Set(plan?.indexes)].sort()).toEqual([
      "idx_follow_up_activity_written_in",
      "idx_follow_up_task_limit",
    ])
  })

  it.each<[string, (sql: Sql) => Promise<unknown>, string]>([
    [
      "one task",
      (sql) => selectTask(sql, "futask_00019000"),
      "follow_up_task_pkey",
    ],
    [
      "the tasks of some orders",
      (sql) => selectTasksOf(sql, { order_id: ["order_1", "order_2"] }),
      "idx_follow_up_task_order",
    ],
    [
      "the tasks of some customers",
      (sql) => selectTasksOf(sql, { customer_id: ["cus_1", "cus_2"] }),
      "idx_follow_up_task_customer",
    ],
    [
      "the reconciler's walk over what is active",
      (sql) => selectSyncedTasks(sql, "futask_00019700", 200),
      "idx_follow_up_task_active",
    ],
    [
      "the walk over what a change of the rules moves",
      (sql) => selectActiveTasks(sql, "futask_00019700", 200),
      "idx_follow_up_task_active",
    ],
    [
      "the active tasks of each calendar",
      (sql) => countActiveTasks(sql, "calendar_id"),
      "idx_follow_up_task_active",
    ],
    [
      "the active tasks of each playbook",
      (sql) => countActiveTasks(sql, "playbook_id"),
      "idx_follow_up_task_active",
    ],
    [
      "the steps of the clock that have fired",
      (sql) => selectFiredSteps(sql, ["futask_00019993"]),
      "idx_follow_up_activity_once",
    ],
    [
      "a change of the rules that is unfinished",
      (sql) => lockUnfinishedRuleChange(sql),
      "idx_follow_up_rule_change_unfinished",
    ],
    [
      "keys that are forgotten",
      (sql) => commandKeys.forgetOld(sql, new Date("2020-01-01")),
      "idx_follow_up_command_key_created_at",
    ],
  ])("%s: found by its index", async (_, run, index) => {
    const [plan] = await shop.plansOf(run)
    expect(plan?.scanned).toEqual([])
    expect(plan?.indexes).toEqual([index])
  })

  it("what was synced is marked, and what is missing found, by indexes only", async () => {
    const synced = times(20, (index) => ({
      id: `order_${19_000 + index}`,
      updated_at: NOW,
    }))
    const plans = await shop.plansOf(async (sql) => {
      await markSeen(sql, "order", synced)
      await markSeen(sql, "customer", [{ id: "cus_6000", updated_at: NOW }])
      await selectOrdersToCall(sql, PLUGIN_DESK.types, NOW, 200)
    })
    expect(plans.length).toBeGreaterThan(3)
    expect(plans.flatMap(({ scanned }) => scanned)).toEqual([])
  })

  it("the clock reads what is due, and not what is armed", async () => {
    const [plan] = await shop.plansOf((sql) =>
      lockDueTasks(sql, new Date("2026-11-15T22:00:00Z"), 100)
    )
    expect(plan?.scanned).toEqual([])
    expect(plan?.indexes).toEqual([
      "follow_up_person_pkey",
      "follow_up_task_pkey",
      "idx_follow_up_timer_armed",
    ])
  })

  it("a command reads and writes by indexes only", async () => {
    const rules = rulesUnder()
    const plans = await shop.plansOf((sql) =>
      runCommand(
        sql,
        {
          task_id: "futask_00019999",
          command: { kind: "note", note: "Gate 12" },
          actor_id: "user_1",
          idempotency_key: "key-1",
        },
        rules,
        NOW,
        async () => []
      )
    )
    expect(plans.length).toBeGreaterThan(5)
    expect(RULES).toEqual(expect.arrayContaining(tablesScanned(plans)))
  })
})

/** A small table: a row for each person and six hours of open tasks' limits. */
const COUNTS = "follow_up_task_count"

/** Tables of one page each, which are scanned sequentially. */
const RULES = [
  "follow_up_calendar_version",
  "follow_up_playbook",
  "follow_up_playbook_version",
]

function tablesScanned(plans: Plan[]): string[] {
  return plans.flatMap(({ scanned }) => scanned)
}
