import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  waitUntil,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import {
  type Finding,
  queueConditions,
  type QueueTab,
} from "../../src/modules/follow-up/queue/queue-conditions"
import { connectionOf } from "../../src/postgres/connection"
import { BY_DUE } from "./a-morning"
import { describeModule } from "./follow-up-module"
import { aRequest, openOne } from "./open-request"

describeModule("the search box", ({ service, MikroOrmWrapper }) => {
  const NOW = monday("09:05")

  /** The order numbers that a search finds. */
  const found = async (q: string) => {
    const { tasks, count } = await service.listQueue(
      { q },
      {
        sort: { column: "opened_at", descending: false },
        limit: 50,
        offset: 0,
      },
      null,
      NOW
    )
    expect(count).toBe(tasks.length)
    return tasks.map(({ order_display_id }) => order_display_id)
  }

  beforeEach(async () => {
    await service.openTasks(
      [
        aRequest({
          opened_at: monday("09:00"),
          email: "olena@mail.example",
          phone: "067 123 45 67",
          phone_e164: "+380671234567",
        }),
        aRequest({
          opened_at: monday("09:01"),
          order_display_id: 7,
          customer_name: "Марія О'Коннор-Шевченко",
          email: "maria.shop+1042@mail.example",
          phone: "+359 88 812 3456",
          phone_e164: "+359888123456",
        }),
        aRequest({
          type: "complete_contact",
          opened_at: monday("09:02"),
          order_display_id: 10425,
          customer_name: "Ivan \\Petrov 'the' \"%_\" & | ! :*",
          email: null,
          phone: "12-34-56",
          phone_e164: null,
        }),
      ],
      NOW
    )
  })

  /** In one test, because each test migrates a database. */
  it("finds by", async () => {
    const searches: [by: string, q: string, expected: number[]][] = [
      ["an order's number", "1042", [1042, 10425]],
      ["an order's number as written", "#10425", [10425]],
      ["an order's number as written, exactly", "#1042", [1042]],
      ["the same beside a name", "олена #1042", [1042]],
      ["a number of one digit, whole", "7", [7]],
      ["a name", "Олена", [1042]],
      ["a name in capitals", "КОВАЛЕНКО", [1042]],
      ["the beginning of a name, in small letters", "ков", [1042]],
      ["the beginnings of both names", "коВ оЛ", [1042]],
      ["the second part of a double name", "шевч", [7]],
      ["a name with an apostrophe", "О'Коннор", [7]],
      ["the beginning of an e-mail address", "olena@", [1042]],
      ["an e-mail address with a plus", "maria.shop+1042@", [7]],
      ["the domain of an e-mail address", "@mail.example", [1042, 7]],
      ["a number from abroad", "+380 67 123-45-67", [1042]],
      ["a number in the country", "067 123 45 67", [1042]],
      ["a number in another country", "0888 12 34 56", [7]],
      ["digits from the middle", "812345", [7]],
      ["digits of several numbers", "3456", [1042, 7, 10425]],
      ["digits of what is no valid number", "12-34-56", [1042, 7, 10425]],
      ["a name and digits", "марія 0888", [7]],
      ["what is a name and other digits", "марія 0671", []],
      ["an apostrophe of another kind", "О’Коннор", [7]],
      ["no apostrophe at all", "оконнор", [7]],
      ["dashes of another kind", "оконнор–шев", [7]],
      ["letters of the other alphabet", "Oлeнa", [1042]],
      ["a pasted link to a number", "tel:+380-67–123—45 67", [1042]],
      ["a number within direction marks", "\u202a+380671234567\u202c", [1042]],
      ["a number with its name", "Олена (067) 123-45-67", [1042]],
      ["a number with another's name", "Марія (067) 123-45-67", []],
      ["a number from Russia as dialled there", "8 888 123 34 56", []],
      ["the part of an e-mail address", "shop", [7]],
      ["an odd name", "\\petrov", [10425]],
      ["what no name begins with", "валенко", []],
      ["nothing that could be searched for", "%", []],
      ["nothing at all", "  ", []],
      ["what Postgres would take for an operator", "ivan & !x | (", []],
      ["quotes", "'''\"", []],
      ["more than anyone would type", "ї".repeat(5_000), []],
    ]
    const results = []
    for (const [by, q] of searches) {
      results.push([by, q, await found(q)])
    }
    expect(results).toEqual(searches)
    await expect(found("олена\u0000")).rejects.toThrow(
      "q contains an invalid character"
    )
  })

  it("finds a call by any of its tasks, in whichever way it looks", async () => {
    const olena = { customer_id: "cus_olena" }
    const done = await openOne(service, olena)
    await service.runCommand(
      { task_id: done.id, command: completion("confirmed"), actor_id: null },
      NOW
    )
    const first = await openOne(service, {
      ...olena,
      order_display_id: 501,
      customer_name: "Olena Bondar",
    })
    const second = await openOne(service, {
      ...olena,
      order_display_id: 502,
      customer_name: "Ivan Melnyk",
    })
    const q = "melnyk ivan"
    const ways: Finding[] = ["by_index", "in_order", { ids: [second.id] }]
    for (const tab of ["now", "all"] as const) {
      const { tasks, count } = await service.listQueue(
        { tab, q },
        BY_DUE,
        null,
        NOW
      )
      expect([tab, count, tasks.map(({ id }) => id)]).toEqual([
        tab,
        1,
        [first.id],
      ])
      for (const way of ways) {
        const { sql, values } = queueConditions({ tab, q }, null, NOW, way)
        const rows = await connectionOf(MikroOrmWrapper.forkManager()).execute<
          { id: string }[]
        >(`select id from follow_up_task where ${sql}`, values)
        expect([tab, way, rows.map(({ id }) => id)]).toEqual([
          tab,
          way,
          [first.id],
        ])
      }
    }
  })

  it("finds outside a tab what the tab does not show", async () => {
    const [task] = await service.findTasks({ order_id: ["order_1"] })
    await service.runCommand(
      {
        task_id: task?.id ?? "",
        command: { kind: "cancel", reason: "not_needed", note: null },
        actor_id: null,
      },
      NOW
    )
    const outside = async (tab: "now" | "mine" | "waiting" | "late" | "all") =>
      (
        await service.listQueue(
          { q: "mail.example", outside: tab },
          {
            sort: { column: "opened_at", descending: false },
            limit: 50,
            offset: 0,
          },
          "user_1",
          NOW
        )
      ).tasks.map(({ order_display_id }) => order_display_id)
    expect({
      now: await outside("now"),
      waiting: await outside("waiting"),
      mine: await outside("mine"),
      late: await outside("late"),
      all: await outside("all"),
    }).toEqual({
      now: [1042],
      waiting: [1042, 7],
      mine: [1042, 7],
      late: [1042, 7],
      all: [],
    })
  })

  it("finds outside a tab no call that the tab shows, and each other call once", async () => {
    const ofOne = async (person: string, first: number) => {
      const facts = { customer_id: person, customer_name: `Ada ${person}` }
      const numbers = [first, first + 1]
      const tasks = []
      for (const order_display_id of numbers) {
        tasks.push(await openOne(service, { ...facts, order_display_id }))
      }
      return tasks
    }
    await ofOne("shown", 601)
    const [waits] = await ofOne("waits", 611)
    const run = (task_id = "", command: Command, actor_id = OLENA) =>
      service.runCommand({ task_id, command, actor_id }, NOW)
    await run(waits?.id, waitUntil(monday("12:00")))
    const [done] = await ofOne("shown", 621)
    await run(done?.id, completion("confirmed"))
    const [asked] = await ofOne("asked", 631)
    await run(asked?.id, anAttempt({ outcome: "wrong_number" }))
    const outside = async (tab: QueueTab) => {
      const { tasks, count } = await service.listQueue(
        { q: "ada", outside: tab },
        { ...BY_DUE, sort: { column: "opened_at", descending: false } },
        OLENA,
        NOW
      )
      expect(count).toBe(tasks.length)
      return tasks.map(({ order_display_id }) => order_display_id)
    }
    expect({
      now: await outside("now"),
      waiting: await outside("waiting"),
      mine: await outside("mine"),
      all: await outside("all"),
    }).toEqual({
      now: [611, 621],
      waiting: [601, 621, 632],
      mine: [601, 611, 621],
      all: [],
    })
  })

  it("finds what an older version stored, once its terms are made anew", async () => {
    const sql = MikroOrmWrapper.forkManager()
    await sql.execute(
      `update follow_up_task
          set search_version = 0,
              search_terms = lower(customer_name || ' ' || phone)`
    )
    const [before] = await sql.execute<object[]>(
      "select sum(changed) as revision from follow_up_task_count"
    )
    expect([await found("О’Коннор"), await found("Oлeнa")]).toEqual([[], []])

    expect(await service.refoldSearch(2)).toBe(2)
    // The newest first.
    expect([await found("О’Коннор"), await found("Oлeнa")]).toEqual([[7], []])
    expect(await service.refoldSearch(2)).toBe(1)
    expect([await found("О’Коннор"), await found("Oлeнa")]).toEqual([
      [7],
      [1042],
    ])
    expect(await service.refoldSearch(2)).toBe(0)
    const [after] = await sql.execute<object[]>(
      "select sum(changed) as revision from follow_up_task_count"
    )
    expect(after).toEqual(before)
  })

  it("finds by what was changed, and no longer by what it was", async () => {
    const [task] = await service.findTasks({ order_id: ["order_1"] })
    const facts = aRequest({ customer_name: "Олена Іваненко" })
    await service.runCommand(
      {
        task_id: task?.id ?? "",
        command: { kind: "refresh", facts },
        actor_id: null,
      },
      NOW
    )
    expect(await found("іван")).toEqual([1042])
    expect(await found("ковал")).toEqual([])
  })
})
