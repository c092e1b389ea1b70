import { rulesUnder } from "../../src/modules/follow-up/__tests__/plugin-desk"
import { SharedCounts } from "../../src/modules/follow-up/queue/shared-counts"
import { readTimer } from "../../src/modules/follow-up/task/clock/read-timer"
import {
  aTaskOpenedAt,
  justBefore,
  kyivShop,
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
  waitUntil,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import { countQueue } from "../../src/modules/follow-up/queue/count-queue"
import { connectionOf } from "../../src/postgres/connection"
import type { Sql } from "../../src/postgres/sql"
import { describeModule } from "./follow-up-module"
import { openOne, times } from "./open-request"

describeModule("the counts of the queue", ({ service, MikroOrmWrapper }) => {
  const countsAt = (now: Date, user_id: string | null = OLENA) =>
    service.countQueue(user_id, now)

  it("are none where there is nothing", async () => {
    expect(await countsAt(monday("09:00"))).toEqual({
      counts: { now: 0, mine: 0, waiting: 0, late: 0, all: 0 },
      urgent: 0,
      revision: "0",
    })
  })

  it("are those of each tab, for each person their own", async () => {
    const tasks = await Promise.all(times(5, () => openOne(service)))
    const [claimed, waiting, answered, done] = tasks.map(({ id }) => id)
    const run = async (
      task_id = "",
      command: Parameters<typeof service.runCommand>[0]["command"]
    ) =>
      await service.runCommand(
        { task_id, command, actor_id: OLENA },
        monday("09:05")
      )
    await run(claimed, { kind: "claim" })
    await run(waiting, waitUntil(monday("14:00")))
    await run(answered, anAttempt({ outcome: "reached" }))
    await run(done, completion("confirmed"))

    const late = monday("10:30")
    expect((await countsAt(late)).counts).toEqual({
      now: 3,
      mine: 2,
      waiting: 1,
      late: 2,
      all: 5,
    })
    expect((await countsAt(late, PETRO)).counts.mine).toBe(0)
    expect((await countsAt(late, null)).counts.mine).toBe(0)
  })

  it("are those of the lists", async () => {
    await openOne(service)
    await openOne(service, { opened_at: monday("08:00") })
    const now = monday("10:00:30")
    const { counts } = await countsAt(now)
    for (const tab of ["now", "mine", "waiting", "late", "all"] as const) {
      const { count } = await service.listQueue(
        { tab },
        { sort: { column: "due_at", descending: false }, limit: 1, offset: 0 },
        OLENA,
        now
      )
      expect({ tab, count }).toEqual({ tab, count: counts[tab] })
    }
  })

  it("stay those of the tasks, whatever changes them, and when they are added up", async () => {
    const now = monday("10:30")
    const execute = <Row extends object>(sql: string) =>
      MikroOrmWrapper.forkManager().execute<Row[]>(sql)
    const rows = async () => {
      const [row] = await execute<{ count: string }>(
        "select count(*) from follow_up_task_count"
      )
      return Number(row?.count)
    }
    /** As the tasks themselves say. */
    const counted = async () => {
      const [row] = await execute<Record<string, string>>(
        `select count(*) filter (where status = 'open') as now,
                count(*) filter (where status in ('open', 'waiting')
                                   and assignee_id = '${OLENA}') as mine,
                count(*) filter (where status = 'waiting') as waiting,
                count(*) filter (where status = 'open'
                  and ((responded_at is null
                        and response_limit_at < '${now.toISOString()}')
                       or resolution_limit_at < '${now.toISOString()}'))
                  as late,
                count(*) as all
           from follow_up_task where deleted_at is null`
      )
      return Object.fromEntries(
        Object.entries(row ?? {}).map(([tab, count]) => [tab, Number(count)])
      )
    }
    for (const opened_at of ["08:00", "09:00", "09:30", "10:00"]) {
      await openOne(service, { opened_at: monday(opened_at) })
    }
    const ids = (
      await execute<{ id: string }>(
        "select id from follow_up_task order by opened_at"
      )
    ).map(({ id }) => id)
    const changes = [
      "update follow_up_task set deleted_at = null",
      `update follow_up_task set assignee_id = '${OLENA}' where id = '${ids[0]}'`,
      `update follow_up_task set status = 'waiting' where id = '${ids[1]}'`,
      `update follow_up_task set resolution_limit_at = opened_at, responded_at = opened_at where id = '${ids[2]}'`,
      `update follow_up_task set response_limit_at = response_limit_at - interval '3 days' where id = '${ids[3]}'`,
      `do $$ begin for n in 1..501 loop
         update follow_up_task set updated_at = updated_at + interval '1 s';
       end loop; end $$`,
      `update follow_up_task set status = 'completed' where id = '${ids[0]}'`,
      `update follow_up_task set deleted_at = now() where id = '${ids[1]}'`,
      `delete from follow_up_task where id = '${ids[2]}'`,
      `update follow_up_task set id = id || 'x'`,
    ]
    for (const change of changes) {
      await execute(change)
      const { counts } = await countsAt(now)
      expect([change, counts]).toEqual([change, await counted()])
    }
    expect(await rows()).toBeGreaterThan(500)
    const before = await countsAt(now)
    await Promise.all([service.addUpCounts(), service.addUpCounts()])
    expect(await rows()).toBeLessThan(10)
    expect(await countsAt(now)).toEqual(before)
    await execute("truncate follow_up_task cascade")
    expect((await countsAt(now)).counts.all).toBe(0)
  })

  it("call a task urgent only in its own calendar, and when it is in another's, too", async () => {
    const { id } = await openOne(service)
    const moved = await openOne(service)
    await service.updateFollowUpTasks({ id: moved.id, calendar_version: 7 })
    const at = monday("09:56")
    const count = (calendar_version: number) => {
      const sql = connectionOf(MikroOrmWrapper.forkManager())
      const { calendar_id } = moved
      return countQueue(
        sql,
        null,
        [{ calendar_id, calendar_version, limit: monday("10:00") }],
        at
      )
    }
    expect(id).not.toBe(moved.id)
    expect((await count(1)).urgent).toBe(1)
    expect((await count(7)).urgent).toBe(1)
    expect((await count(8)).urgent).toBe(0)
  })

  it("call a call urgent that has a task in another calendar which is, once", async () => {
    const olena = { customer_id: "cus_olena" }
    const [first, second] = [
      await openOne(service, { ...olena, opened_at: monday("09:00") }),
      await openOne(service, { ...olena, opened_at: monday("09:01") }),
    ]
    const calendar_id = first?.calendar_id ?? ""
    await service.updateFollowUpTasks({
      id: second?.id ?? "",
      calendar_version: 7,
    })
    const urgentWith = async (limit: Date, limit_of_other: Date) =>
      (
        await countQueue(
          connectionOf(MikroOrmWrapper.forkManager()),
          null,
          [
            { calendar_id, calendar_version: 1, limit },
            { calendar_id, calendar_version: 7, limit: limit_of_other },
          ],
          monday("09:50")
        )
      ).urgent
    expect(await urgentWith(monday("09:55"), monday("09:55"))).toBe(0)
    expect(await urgentWith(monday("10:00"), monday("09:55"))).toBe(1)
    // Closed until tomorrow: there, it is as good as late.
    expect(await urgentWith(monday("09:55"), tuesday("09:05"))).toBe(1)
    expect(await urgentWith(monday("10:00"), tuesday("09:05"))).toBe(1)
  })

  it.each([
    ["more than five minutes before the limit", justBefore(monday("09:55")), 0],
    ["five minutes before it", monday("09:55"), 1],
    ["hours after it", monday("17:00"), 1],
  ])("call a task urgent: %s", async (_, now, urgent) => {
    await openOne(service)
    expect((await countsAt(now)).urgent).toBe(urgent)
  })

  it("call urgent what is read as critical or breached, over night, too", async () => {
    for (const now of [
      justBefore(monday("18:00")),
      monday("18:00"),
      tuesday("03:00"),
      tuesday("09:00"),
    ]) {
      const opened_at = monday("17:05")
      const { level } = readTimer(aTaskOpenedAt(opened_at), kyivShop, now)
      const { id } = await openOne(service, { opened_at })
      expect([now, (await countsAt(now)).urgent > 0]).toEqual([
        now,
        level === "critical" || level === "breached",
      ])
      await service.softDeleteFollowUpTasks(id)
    }
  })

  it("call no task urgent that was answered, waits or is closed", async () => {
    const [a, b, c] = await Promise.all(times(3, () => openOne(service)))
    const at = monday("09:05")
    const run = async (
      task_id = "",
      command: Parameters<typeof service.runCommand>[0]["command"]
    ) => await service.runCommand({ task_id, command, actor_id: OLENA }, at)
    await run(a?.id, anAttempt({ outcome: "reached" }))
    await run(b?.id, waitUntil(monday("14:00")))
    await run(c?.id, completion("confirmed"))
    expect((await countsAt(monday("12:00"))).urgent).toBe(0)
  })

  it("have another revision whenever an active task changes, comes or goes", async () => {
    const seen = new Set<string>()
    const look = async () =>
      seen.add((await countsAt(monday("09:30"))).revision)
    await look()
    const { id } = await openOne(service)
    await look()
    const steps = [
      { kind: "claim" },
      { kind: "note", note: "Gate 12" },
      completion("confirmed"),
    ] as const
    for (const [index, command] of steps.entries()) {
      await service.runCommand(
        { task_id: id, command, actor_id: OLENA },
        new Date(monday("09:10").getTime() + index)
      )
      await look()
    }
    // A completed task is not counted, so the counts are as before it was
    // opened.
    expect(seen.size).toBe(4)
    await look()
    expect(seen.size).toBe(4)
  })

  it("follow the clock without any change of a task", async () => {
    await openOne(service)
    const limit = monday("10:00").getTime()
    const seen: unknown[] = []
    for (const milliseconds of [-300_001, -300_000, 0, 1, -1, -300_001]) {
      const { counts } = await service.readCounts(
        { user_id: OLENA },
        new Date(limit + milliseconds)
      )
      seen.push([milliseconds, counts.urgent, counts.counts.late])
    }
    expect(seen).toEqual([
      [-300_001, 0, 0],
      [-300_000, 1, 0],
      [0, 1, 0],
      [1, 1, 1],
      // By less than a second: requests that overlap, counted as of the later.
      [-1, 1, 1],
      [-300_001, 0, 0],
    ])
  })

  it("are counted once for all who ask, until something changes", async () => {
    const shared = new SharedCounts(rulesUnder())
    let sent = 0
    const sql: Sql = {
      execute: (...statement) => {
        sent += 1
        return connectionOf(MikroOrmWrapper.forkManager()).execute(...statement)
      },
    }
    const read = async (user_id: string, now = monday("09:30")) => {
      const before = sent
      const { counts } = await shared.read(sql, { user_id }, now)
      return [sent - before, counts.counts.now, counts.counts.mine]
    }
    const { id } = await openOne(service)
    await read(OLENA)
    await read(PETRO)
    expect(await read(OLENA)).toEqual([1, 1, 0])
    expect(await read(PETRO)).toEqual([1, 1, 0])
    expect(await read(PETRO, monday("09:30:20"))).toEqual([1, 1, 0])

    await service.runCommand(
      { task_id: id, command: { kind: "claim" }, actor_id: OLENA },
      monday("09:31")
    )
    expect((await read(OLENA))[2]).toBe(1)
    expect(await read(OLENA)).toEqual([1, 1, 1])

    // By hand, without an entry in the history: seen within half a minute.
    await service.softDeleteFollowUpTasks(id)
    expect(await read(OLENA)).toEqual([1, 1, 1])
    expect((await read(OLENA, monday("09:30:30"))).slice(1)).toEqual([0, 0])
  })

  it("see at once that a number joins nobody any more, or again", async () => {
    const sql = connectionOf(MikroOrmWrapper.forkManager())
    const shared = new SharedCounts(rulesUnder())
    const phone_e164 = "+380671112233"
    for (const order_id of ["order_1", "order_2"]) {
      await openOne(service, { order_id, phone_e164 })
    }
    const now = monday("09:30")
    const read = async () => {
      const { counts, change } = await shared.read(sql, { user_id: null }, now)
      return { calls: counts.counts.now, change }
    }
    const joined = await read()
    expect(joined.calls).toBe(1)
    for (const is_shared of [true, false]) {
      const before = await read()
      await service.shareContact(
        { kind: "phone", value: phone_e164 },
        is_shared,
        OLENA,
        now
      )
      const after = await read()
      expect(after.calls).toBe(is_shared ? 2 : 1)
      expect(after.change).toBeGreaterThan(before.change)
      expect(await read()).toEqual(after)
    }
  })

  it("see what is committed, in whatever order transactions began", async () => {
    const sql = connectionOf(MikroOrmWrapper.forkManager())
    const shared = new SharedCounts(rulesUnder())
    const change = async () =>
      (await shared.read(sql, { user_id: null }, monday("09:30"))).change
    const { id } = await openOne(service)
    const opened = await change()
    const slow = MikroOrmWrapper.forkManager()
    await slow.begin()
    await connectionOf(slow).execute(
      `insert into follow_up_activity (id, task_id, kind, data, occurred_at)
       values ('slow', ?, 'noted', '{}', now())`,
      [id]
    )
    await openOne(service, { order_id: "order_2" })
    const later = await change()
    expect(later).toBeGreaterThan(opened)
    expect(await change()).toBe(later)
    await slow.commit()
    const committed = await change()
    expect(committed).toBeGreaterThan(later)
    expect(await change()).toBe(committed)
  })
})

describeModule(
  "the counts of a shop whose calendar has ended",
  ({ service }) => {
    it("are there, and call urgent what nobody can answer in time any more", async () => {
      await openOne(service, { opened_at: monday("09:05") })
      const [hours] = await service.listFollowUpCalendarVersions()
      await service.updateFollowUpCalendarVersions({
        id: hours?.id ?? "",
        definition: {
          time_zone: "Europe/Kyiv",
          weekly: {},
          exceptions: [{ date: "2026-11-23", windows: [["09:00", "18:00"]] }],
        },
      })
      await service.forgetRules()
      expect(await service.countQueue(null, monday("18:30"))).toMatchObject({
        counts: { now: 1 },
        urgent: 1,
      })
    })
  }
)
