import {
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  OLENA,
  waitUntil,
  WITHDRAW,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { Migration20261122100000 } from "../../src/modules/follow-up/migrations/Migration20261122100000"
import { Migration20261127090000 } from "../../src/modules/follow-up/migrations/Migration20261127090000"
import { Migration20261127130000 } from "../../src/modules/follow-up/migrations/Migration20261127130000"
import { Migration20261127140000 } from "../../src/modules/follow-up/migrations/Migration20261127140000"
import { Migration20261127150000 } from "../../src/modules/follow-up/migrations/Migration20261127150000"
import { Migration20261127160000 } from "../../src/modules/follow-up/migrations/Migration20261127160000"
import { Migration20261127170200 } from "../../src/modules/follow-up/migrations/Migration20261127170200"
import { Migration20261127182000 } from "../../src/modules/follow-up/migrations/Migration20261127182000"
import { Migration20261127190000 } from "../../src/modules/follow-up/migrations/Migration20261127190000"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

const MIGRATIONS = [
  Migration20261122100000,
  Migration20261127090000,
  Migration20261127130000,
  Migration20261127140000,
  Migration20261127150000,
  Migration20261127160000,
  Migration20261127170200,
  Migration20261127182000,
  Migration20261127190000,
] as const

describeModule("an upgrade", ({ service, MikroOrmWrapper }) => {
  const execute = (sql: string, values: string[] = []) =>
    MikroOrmWrapper.forkManager().execute<object[]>(sql, values)

  const send = async (
    Migration: (typeof MIGRATIONS)[number],
    direction: "down" | "up"
  ) => {
    const { em, config } = MikroOrmWrapper.getOrm()
    const migration = new Migration(em.getDriver(), config)
    await migration[direction]()
    for (const query of migration.getQueries()) {
      await execute(query.toString())
    }
  }

  const goBack = async () => {
    for (const Migration of [...MIGRATIONS].reverse()) {
      await send(Migration, "down")
    }
  }

  /** Runs each migration twice, as after an interrupted run. */
  const goAhead = async () => {
    for (const Migration of MIGRATIONS) {
      await send(Migration, "up")
      await send(Migration, "up")
    }
  }

  /** PostgreSQL's description of the tables: columns, constraints, indexes. */
  const describeTables = async () =>
    await execute(
      `select table_name as on_table, column_name as name,
              data_type || coalesce(' default ' || column_default, '')
                || is_nullable as definition
         from information_schema.columns
        where table_name like 'follow_up_%'
    union all
       select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
         from pg_constraint
        where conrelid::regclass::text like 'follow_up_%'
    union all
       select tablename, indexname, indexdef
         from pg_indexes
        where tablename like 'follow_up_%'
     order by 1, 2, 3`
    )

  const run = (task_id: string, command: Command, now: Date) =>
    service.runCommand({ task_id, command, actor_id: OLENA }, now)

  const runsOf = async ({ id }: { id: string }) =>
    (await service.findTask(id))?.runs.map(({ from, until, seconds }) => ({
      from: new Date(from),
      until: new Date(until),
      seconds,
    }))

  it("takes what tasks had banked for one run up to their last pause", async () => {
    const waiting = await openOne(service)
    await run(waiting.id, waitUntil(monday("12:00")), monday("10:30"))
    const resumed = await openOne(service)
    await run(resumed.id, waitUntil(tuesday("12:00")), monday("10:00"))
    await run(resumed.id, { kind: "resume" }, monday("14:00"))
    const never_paused = await openOne(service)

    const ofNewShop = await describeTables()
    await goBack()
    await goAhead()

    expect(await describeTables()).toEqual(ofNewShop)
    expect(await runsOf(waiting)).toEqual([
      { from: monday("09:00"), until: monday("10:30"), seconds: 5400 },
    ])
    expect(await runsOf(resumed)).toEqual([
      { from: monday("09:00"), until: monday("10:00"), seconds: 3600 },
    ])
    expect(await runsOf(never_paused)).toEqual([])
  })

  it("comes to the tables of a new shop, with what a filled one has", async () => {
    const ofNewShop = await describeTables()
    const task = await openOne(service)
    await service.keepFailed("order", ["order_9"], monday("09:02"))
    await run(
      task.id,
      { kind: "cancel", reason: "duplicate", note: null },
      monday("09:03")
    )
    const before = await service.findTask(task.id)

    await send(Migration20261127090000, "down")
    await send(Migration20261127090000, "up")

    expect(await describeTables()).toEqual(ofNewShop)
    expect(await service.findTask(task.id)).toEqual(before)
    expect(before).toMatchObject({ cancel_reason: "duplicate", data: {} })
    expect(await service.listFailed("order", 10, monday("09:30"))).toEqual([
      "order_9",
    ])
  })

  it("keeps words that came with it where it is taken back", async () => {
    const words = {
      follow_up_calendar_binding: "scope = 'warehouse'",
      follow_up_outbox_event: "kind = 'sms'",
      follow_up_attempt: "channel = 'parcel_note'",
      follow_up_task: "cancel_reason = 'paid_elsewhere'",
      follow_up_failed_record: "entity = 'return'",
    }
    const { id } = await openOne(service)
    await run(id, anAttempt(), monday("09:02"))
    await service.keepFailed("order", ["order_9"], monday("09:02"))
    await service.createFollowUpCalendarBindings({
      calendar_id: "fucal_1",
      scope: "region",
      reference_id: "reg_1",
    })
    for (const [table, word] of Object.entries(words)) {
      await execute(`update ${table} set ${word}`)
    }
    await send(Migration20261127090000, "down")
    await expect(
      execute("update follow_up_outbox_event set kind = 'fax'")
    ).rejects.toThrow("follow_up_outbox_event_kind_check")
    await send(Migration20261127090000, "up")
    for (const [table, word] of Object.entries(words)) {
      const rows = await execute(`select * from ${table} where ${word}`)
      expect([table, rows.length > 0]).toEqual([table, true])
    }
  })

  it("keeps the runs of a task that add up to what it had banked, and no others", async () => {
    const whole = await openOne(service)
    await run(whole.id, waitUntil(monday("10:00")), monday("09:30"))
    await run(whole.id, { kind: "resume" }, monday("10:00"))
    await run(whole.id, waitUntil(monday("12:00")), monday("10:30"))
    const [short, none, over] = await Promise.all(
      [1, 2, 3].map(async () => {
        const task = await openOne(service)
        await run(task.id, waitUntil(monday("12:00")), monday("10:30"))
        return task
      })
    )
    const before = await runsOf(whole)

    await send(Migration20261127130000, "down")
    const bank = (id = "", seconds = "", runs = "runs") =>
      execute(
        `update follow_up_task set banked_seconds = ?, runs = ${runs} where id = ?`,
        [seconds, id]
      )
    await bank(short?.id, "7200.5")
    await bank(none?.id, "600", "'[]'")
    await bank(over?.id, "0")
    await send(Migration20261127130000, "up")

    expect(before).toHaveLength(2)
    expect(await runsOf(whole)).toEqual(before)
    const banked = (seconds: number) => [
      { from: monday("09:00"), until: monday("10:30"), seconds },
    ]
    expect(await runsOf(short ?? { id: "" })).toEqual(banked(7200.5))
    expect(await runsOf(none ?? { id: "" })).toEqual(banked(600))
    expect(await runsOf(over ?? { id: "" })).toEqual([])
  })

  it("lets an attempt of just before it be withdrawn", async () => {
    const { id } = await openOne(service)
    await run(id, anAttempt(), monday("09:10"))
    await run(id, anAttempt({ outcome: "busy" }), monday("09:20"))

    await send(Migration20261127130000, "down")
    const kept = await execute(
      `select before -> 'banked_seconds' as banked from follow_up_attempt
        where outcome = 'busy'`
    )
    await send(Migration20261127130000, "up")
    await run(id, WITHDRAW, monday("09:21"))

    expect(kept).toEqual([{ banked: 600 }])
    expect(await runsOf({ id })).toEqual([
      { from: monday("09:00"), until: monday("09:10"), seconds: 600 },
    ])
  })

  it("explains deadlines of before it by the rules, and keeps what later ones are made from", async () => {
    const { id } = await openOne(service)
    await run(id, anAttempt({ outcome: "reached" }), monday("09:10"))
    const { playbooks } = await service.readRuleBook(monday("09:15"))
    const confirm = playbooks.find(({ type }) => type === "confirm_order")
    await service.changeRules(
      {
        kind: "update_playbook",
        id: confirm?.id ?? "",
        definition: confirm && {
          ...confirm.definition,
          response_limit_minutes: 90,
          resolution_limit_minutes: 480,
        },
      },
      OLENA,
      monday("09:15")
    )
    while (await service.moveTasks(monday("09:15"))) {
      // Until all tasks are moved.
    }
    const explained = async () => {
      const task = await service.findTask(id)
      const deadlines = task ? await service.explainDeadlines(task) : []
      return deadlines.map(({ deadline, from, banked_seconds }) => [
        deadline,
        from,
        banked_seconds,
      ])
    }
    const before = [
      ["response_target", monday("09:00"), 0],
      ["response_limit", monday("09:00"), 0],
      ["resolution_limit", monday("09:00"), 0],
    ]
    expect(await explained()).toEqual(before)

    await send(Migration20261127140000, "down")
    await send(Migration20261127140000, "up")
    await send(Migration20261127140000, "up")
    // Met under rules with less time, so the current rules do not explain it.
    const [target, , resolution] = before
    expect(await explained()).toEqual([target, resolution])

    await run(id, waitUntil(monday("12:00")), monday("10:00"))
    await run(id, { kind: "resume" }, monday("11:00"))
    expect(await explained()).toEqual([
      target,
      ["resolution_limit", monday("11:00"), 3600],
    ])
  })

  it("has the orders looked at whose task an older version canceled just before them", async () => {
    const command = {
      kind: "cancel",
      reason: "order_canceled",
      note: null,
    } as const
    const tasks = [
      { order_id: "order_before", canceled_at: new Date(), fallback: true },
      { order_id: "order_without", canceled_at: new Date(), fallback: false },
      {
        order_id: "order_long_ago",
        canceled_at: new Date("2020-01-01"),
        fallback: true,
      },
    ]
    for (const { order_id, canceled_at, fallback } of tasks) {
      const { id } = await openOne(service, { order_id })
      await run(id, command, monday("09:10"))
      await service.updateFollowUpTasks({
        id,
        canceled_at,
        fallback: fallback ? "cancel_order" : null,
      })
    }
    await send(Migration20261127150000, "down")
    await send(Migration20261127150000, "up")
    await send(Migration20261127150000, "up")

    const failed = await execute(
      "select record_id, entity from follow_up_failed_record"
    )
    expect(failed).toEqual([{ record_id: "order_before", entity: "order" }])
  })
})
