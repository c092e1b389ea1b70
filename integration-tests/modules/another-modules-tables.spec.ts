import {
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { connectionOf } from "../../src/postgres/connection"
import { failedRecordsOf } from "../../src/postgres/failed-records"
import { idempotencyKeysOf } from "../../src/postgres/idempotency-keys"
import { outboxOf, UNDELIVERED_AFTER_MS } from "../../src/postgres/outbox"
import type { Sql } from "../../src/postgres/sql"
import { watermarksOf } from "../../src/postgres/watermarks"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

const MOMENTS = `created_at timestamptz not null, updated_at timestamptz not null,
  deleted_at timestamptz null`

const TABLES = [
  `create table if not exists test_outbox_event (
     id text primary key, kind text not null, name text not null,
     data jsonb not null, attempts integer not null default 0,
     next_attempt_at timestamptz null, ${MOMENTS})`,
  `create table if not exists test_request_key (
     id text primary key, booking_id text not null, key text not null,
     fingerprint text not null, ${MOMENTS}, unique (booking_id, key))`,
  `create table if not exists test_watermark (
     name text primary key, position timestamptz not null, ${MOMENTS})`,
  `create table if not exists test_failed_record (
     record_id text primary key, entity text not null, ${MOMENTS})`,
]

const NAMES = [
  "test_outbox_event",
  "test_request_key",
  "test_watermark",
  "test_failed_record",
]

describeModule("another module's tables", ({ service, MikroOrmWrapper }) => {
  const outbox = outboxOf("test_outbox_event", "tevt", ["courier"])
  const keys = idempotencyKeysOf("test_request_key", "tkey", "booking_id")
  const watermarks = watermarksOf("test_watermark")
  const failed = failedRecordsOf("test_failed_record")

  const sql: Sql = {
    execute: (statement, values) =>
      connectionOf(MikroOrmWrapper.forkManager()).execute(statement, values),
  }

  beforeEach(async () => {
    for (const statement of TABLES) {
      await sql.execute(statement)
    }
  })

  afterEach(() => sql.execute(`drop table ${NAMES.join(", ")}`))

  const items = [
    { kind: "event", name: "window.late", data: { id: "win_1" } },
    { kind: "courier", name: "ask", data: { nested: { at: 1 } } },
  ]

  it("have an outbox, each kind as patient as it is declared to be", async () => {
    const ids = await outbox.insert(sql, items, monday("09:00"))
    const kindsAt = async (time: string) =>
      (await outbox.take(sql, ids, monday(time))).map(
        ({ kind, attempts }) => `${kind} ${attempts}`
      )
    expect(ids.every((id) => /^tevt_[0-9A-Z]{26}$/.test(id))).toBe(true)
    expect(await outbox.take(sql, ids, monday("09:00"))).toEqual([
      { ...items[0], id: ids[0], attempts: 0 },
      { ...items[1], id: ids[1], attempts: 0 },
    ])
    expect(await kindsAt("09:00:09")).toEqual([])
    expect(await kindsAt("09:00:10")).toEqual(["event 1"])
    expect(await kindsAt("09:00:59")).toEqual([])
    expect(await kindsAt("09:01:00")).toEqual(["courier 1"])
    await outbox.giveBack(sql, ids)
    expect(await kindsAt("09:01:00")).toEqual(["event 1", "courier 1"])
    await outbox.forget(sql, [ids[0] ?? ""])
    expect(await kindsAt("12:00")).toEqual(["courier 2"])
  })

  describe("gather a kind", () => {
    const gathered = { kind: "notice", seconds: 60 }
    const notice = { kind: "notice", name: "late", data: {} }
    const event = { kind: "event", name: "late", data: {} }
    const add = async (item: typeof notice, time: string) =>
      (await outbox.insert(sql, [item], monday(time)))[0] ?? ""
    const take = async (ids: string[], time: string) =>
      (await outbox.take(sql, ids, monday(time), gathered)).map(({ id }) => id)
    const waiting = async (before: string, time: string) =>
      (
        await outbox.listWaiting(sql, monday(before), monday(time), gathered)
      ).sort()

    it("until the oldest has waited for so long, and then all together", async () => {
      const ids = [
        await add(notice, "09:00"),
        await add(notice, "09:00:30"),
        await add(notice, "09:00:59"),
      ].sort()
      expect(await take(ids, "09:00:59")).toEqual([])
      expect(await waiting("09:02", "09:00:59")).toEqual([])
      expect(await waiting("09:02", "09:01")).toEqual(ids)
      expect(await take(ids, "09:01")).toEqual(ids)
      const next = await add(notice, "09:01:05")
      expect(await take([next], "09:02:04")).toEqual([])
      expect(await take([next], "09:02:05")).toEqual([next])
    })

    it("and keep no other waiting for it", async () => {
      const held = await add(notice, "09:00")
      const other = await add(event, "09:00")
      expect(await waiting("09:00:10", "09:00:20")).toEqual([other])
      expect(await take([held, other], "09:00:20")).toEqual([other])
    })

    it("and try again at once what failed, whatever was added since", async () => {
      const failed = await add(notice, "09:00")
      expect(await take([failed], "09:01")).toEqual([failed])
      const added = await add(notice, "09:01:05")
      expect(await waiting("09:02", "09:01:10")).toEqual([failed])
      expect(await take([failed, added], "09:01:10")).toEqual([failed])
    })

    it("not at all where the shop wants each at once", async () => {
      const id = await add(notice, "09:00")
      const at_once = { ...gathered, seconds: 0 }
      expect(
        await outbox.take(sql, [id], monday("09:00"), at_once)
      ).toMatchObject([{ id }])
    })
  })

  it("have idempotency keys, each for one booking", async () => {
    await keys.insert(sql, "book_1", "key-1", "move", monday("09:00"))
    await keys.insert(sql, "book_2", "key-1", "hold", tuesday("09:00"))
    expect(await keys.find(sql, "book_1", "key-1")).toBe("move")
    expect(await keys.find(sql, "book_2", "key-1")).toBe("hold")
    expect(await keys.find(sql, "book_2", "key-2")).toBeNull()
    await expect(
      keys.insert(sql, "book_1", "key-1", "move", monday("09:01"))
    ).rejects.toThrow("code 23505, table test_request_key")
    await keys.forgetOld(sql, new Date(monday("09:00").getTime() + 172_800_001))
    expect(await keys.find(sql, "book_1", "key-1")).toBeNull()
    expect(await keys.find(sql, "book_2", "key-1")).toBe("hold")
  })

  it("have watermarks and marks", async () => {
    const start = (time: string) =>
      watermarks.start(sql, "levels", monday(time), monday(time))
    expect(await start("09:00")).toEqual(monday("09:00"))
    await watermarks.advance(sql, "levels", monday("10:00"), monday("10:00"))
    await watermarks.advance(sql, "levels", monday("09:30"), monday("10:01"))
    expect(await start("11:00")).toEqual(monday("10:00"))
    expect(await watermarks.markDone(sql, "seeded", NOW)).toBe(true)
    expect(await watermarks.markDone(sql, "seeded", NOW)).toBe(false)
  })

  describe("after a clock that was ahead", () => {
    const start = (at: Date) => watermarks.start(sql, "levels", at, at)

    it("have no watermark ahead of the clock", async () => {
      await start(monday("09:00"))
      await watermarks.advance(sql, "levels", monday("10:00"), monday("10:00"))
      const read = await start(monday("09:01"))
      expect(read).toEqual(monday("09:01"))
      expect(await start(monday("11:00"))).toEqual(read)
    })

    it("have no watermark that was first set in the future", async () => {
      await start(monday("10:00"))
      expect(await start(monday("09:01"))).toEqual(monday("09:01"))
    })

    it("have no watermark ahead because of a record from the future", async () => {
      await start(monday("09:00"))
      await watermarks.advance(sql, "levels", monday("11:00"), monday("09:30"))
      expect(await start(monday("12:00"))).toEqual(monday("09:30"))
    })

    it("read again from when the database knows that they were read", async () => {
      const minutesFromNow = (minutes: number) =>
        new Date(Date.now() + minutes * 60_000)
      await start(minutesFromNow(-5))
      const ahead = minutesFromNow(60)
      await watermarks.advance(sql, "levels", ahead, ahead)
      const written = Date.now()
      const read = await start(minutesFromNow(40))
      expect(read.getTime()).toBeLessThanOrEqual(written)
    })

    it("retry failed records at once", async () => {
      await failed.keep(sql, "level", ["l_1"], monday("09:00"))
      await failed.keep(sql, "level", ["l_1"], monday("10:00"))
      expect(await failed.list(sql, "level", 10, monday("09:01"))).toEqual([
        "l_1",
      ])
    })

    it("deliver what was tried before", async () => {
      const ids = await outbox.insert(sql, items, monday("09:00"))
      await outbox.take(sql, ids, monday("10:00"))
      expect(
        (await outbox.take(sql, ids, monday("09:01"))).map(({ id }) => id)
      ).toEqual(ids)
    })

    it("deliver once what an instance with a clock ahead has just taken", async () => {
      const ids = await outbox.insert(sql, items, monday("09:00"))
      const ahead = new Date(monday("09:00").getTime() + 200)
      expect(await outbox.take(sql, ids, ahead)).toHaveLength(ids.length)
      expect(await outbox.take(sql, ids, monday("09:00"))).toEqual([])
    })

    const left = async (at: Date) =>
      await outbox.listWaiting(
        sql,
        new Date(at.getTime() - UNDELIVERED_AFTER_MS),
        at,
        { kind: "notice", seconds: 60 }
      )

    it("deliver what was written then and left", async () => {
      const ids = await outbox.insert(sql, items, monday("10:00"))
      expect(await left(monday("10:00:09"))).toEqual([])
      expect(await left(monday("10:00:11"))).toEqual(ids)
      expect(await left(monday("09:01"))).toEqual(ids)
    })
  })

  it("have failed records that are tried ever later", async () => {
    const listed = (time: string) => failed.list(sql, "level", 10, monday(time))
    await failed.keep(sql, "level", ["l_1", "l_2"], monday("09:00"))
    await failed.keep(sql, "item", ["i_1"], monday("09:00"))
    expect(await listed("09:00")).toEqual(["l_1", "l_2"])
    await failed.keep(sql, "level", ["l_1"], monday("09:05"))
    expect(await listed("09:09")).toEqual(["l_2"])
    expect(await listed("09:10")).toEqual(["l_2", "l_1"])
    await failed.forget(sql, ["l_2"])
    expect(await failed.giveUp(sql, "level", monday("09:01"))).toEqual(["l_1"])
    expect(await listed("12:00")).toEqual([])
    expect(await failed.list(sql, "item", 10, NOW)).toEqual(["i_1"])
  })

  it("are written in the caller's transaction, and are nobody else's", async () => {
    await openOne(service)
    const ofFollowUps = await service.listFollowUpOutboxEvents()
    await expect(
      MikroOrmWrapper.forkManager().transactional(async (manager) => {
        const inside = connectionOf(manager)
        await outbox.insert(inside, items, NOW)
        await keys.insert(inside, "book_1", "key-1", "move", NOW)
        await watermarks.start(inside, "levels", NOW, NOW)
        await failed.keep(inside, "level", ["l_1"], NOW)
        throw new Error("The power failed")
      })
    ).rejects.toThrow("The power failed")
    for (const table of NAMES) {
      expect(await sql.execute(`select * from ${table}`)).toEqual([])
    }
    expect(await service.listFollowUpOutboxEvents()).toEqual(ofFollowUps)
  })
})

const NOW = monday("12:00")
