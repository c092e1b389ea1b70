import {
  justAfter,
  monday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { PETRO } from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { QueueFilters } from "../../src/modules/follow-up/queue/queue-conditions"
import { haveAMorning, ordersIn } from "./a-morning"
import { describeModule } from "./follow-up-module"

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

  it("is late right after the limit and not at it", async () => {
    expect(
      await ordersIn(service, { tab: "late" }, {}, monday("10:00"))
    ).toEqual([])
    expect(
      await ordersIn(service, { tab: "late" }, {}, justAfter(monday("10:00")))
    ).toEqual(["late"])
  })
})
