import {
  justAfter,
  monday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
  PETRO,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import type { QueueFilters } from "../../src/modules/follow-up/queue/queue-conditions"
import { BY_DUE, haveAMorning, NOW, ordersIn } from "./a-morning"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

describeModule("the queue", ({ service }) => {
  beforeEach(() => haveAMorning(service))

  /** In one test, because each test migrates a database. */
  it("can be narrowed to", async () => {
    const lists: [to: string, filters: QueueFilters, expected: string[]][] = [
      ["the tab of what waits", { tab: "waiting" }, ["waiting"]],
      ["the tab of my own", { tab: "mine" }, ["waiting"]],
      ["the tab of what is late", { tab: "late" }, ["late"]],
      [
        "the tab of everything",
        { tab: "all" },
        ["late", "asked", "claimed", "waiting", "answered", "done"],
      ],
      ["a status", { status: ["completed"] }, ["done"]],
      [
        "several statuses",
        { status: ["completed", "waiting"] },
        ["waiting", "done"],
      ],
      ["a type", { type: ["complete_contact"] }, ["asked"]],
      ["a type that is none", { type: ['x"},{'] }, []],
      ["a person", { assignee_id: PETRO }, ["claimed", "answered"]],
      ["nobody", { assignee_id: null }, ["late", "asked"]],
      ["an order", { order_id: "claimed" }, ["claimed"]],
      ["a customer", { customer_id: "cus_another" }, ["asked"]],
      ["what is late", { late: true }, ["late"]],
      [
        "what is not late",
        { late: false, status: ["open"] },
        ["asked", "claimed", "answered"],
      ],
      ["what is due before a time", { due_before: monday("10:40") }, ["late"]],
      [
        "all of them together",
        { tab: "now", type: ["confirm_order"], assignee_id: null, late: true },
        ["late"],
      ],
      [
        "all of them, where they exclude each other",
        { tab: "mine", late: true },
        [],
      ],
    ]
    const results = []
    for (const [to, filters] of lists) {
      results.push([to, filters, await ordersIn(service, filters)])
    }
    expect(results).toEqual(lists)
  })

  it("can be narrowed to calls by what any of their tasks has, and closed tasks by what they have", async () => {
    const olena = { customer_id: "cus_olena" }
    const run = (task: { id: string }, command: Command) =>
      service.runCommand(
        { task_id: task.id, command, actor_id: PETRO },
        monday("09:55")
      )
    const ours = (order_id: string, time: string) =>
      openOne(service, { ...olena, order_id, opened_at: monday(time) })
    await run(await ours("done", "09:30"), completion("confirmed"))
    await run(await ours("leads", "10:25"), {
      kind: "update",
      priority: "high",
    })
    await ours("due first", "09:40")
    const lists: [QueueFilters, string[]][] = [
      [{ order_id: "due first" }, ["leads"]],
      [{ due_before: monday("10:10") }, ["leads"]],
      [{ due_before: monday("09:50") }, []],
      [{ status: ["open"] }, ["leads"]],
      [{ status: ["completed"] }, ["done"]],
    ]
    const results = []
    for (const [filters] of lists) {
      results.push([
        filters,
        await ordersIn(service, { tab: "all", ...olena, ...filters }),
      ])
    }
    expect(results).toEqual(lists)
  })

  it("can be narrowed to calls of which a task waits for another number", async () => {
    const task = await openOne(service, {
      order_id: "waits",
      customer_id: "cus_waits",
    })
    await service.runCommand(
      {
        task_id: task.id,
        command: anAttempt({ outcome: "wrong_number" }),
        actor_id: PETRO,
      },
      monday("09:55")
    )
    const waiting = await service.listQueue(
      { tab: "all", status: ["waiting"], customer_id: "cus_waits" },
      BY_DUE,
      PETRO,
      NOW
    )
    expect(waiting.tasks.map(({ type, status }) => [type, status])).toEqual([
      ["complete_contact", "open"],
    ])
  })

  it("is late right after the limit and not at it", async () => {
    expect(
      await ordersIn(service, { tab: "late" }, {}, monday("10:00"))
    ).toEqual([])
    expect(
      await ordersIn(service, { tab: "late" }, {}, justAfter(monday("10:00")))
    ).toEqual(["late"])
  })
})
