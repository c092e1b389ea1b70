import { PLUGIN_DESK } from "../../__tests__/plugin-desk"
import { deskOf, taskTypeOf } from "../../rules/settings"
import { orderNotices } from "../order-notices"
import type { Task } from "../task"
import { aTask, monday } from "./task-fixture"

const CLOSED = { status: "completed", completed_at: monday("09:10") } as const

const told = (...tasks: Partial<Task>[]) =>
  orderNotices(tasks.map(aTask), ({ type }) =>
    taskTypeOf(type, PLUGIN_DESK)
  ).map(({ label, level }) => [level, label.en])

describe("whoever packs an order is told", () => {
  it("nothing if all is well, or nothing was asked", () => {
    expect(told()).toEqual([])
    for (const outcome of ["confirmed", "changed", "auto_confirmed"]) {
      expect(told({ ...CLOSED, outcome })).toEqual([])
    }
    expect(told({ status: "canceled", cancel_reason: "not_needed" })).toEqual(
      []
    )
    expect(told({ type: "of_a_removed_plugin" })).toEqual([])
  })

  it("that it is not confirmed yet, also while the task waits", () => {
    const notice = [["pending", "Not confirmed yet"]]
    expect(told({})).toEqual(notice)
    expect(told({ status: "waiting" })).toEqual(notice)
  })

  it("that the customer declined, or is unreachable", () => {
    expect(told({ ...CLOSED, outcome: "declined" })).toEqual([
      ["off", "Declined by the customer"],
    ])
    const unreachable = [["stuck", "Customer unreachable"]]
    expect(told({ ...CLOSED, outcome: "unreachable" })).toEqual(unreachable)
    expect(told({ fallback: "message_customer" })).toEqual(unreachable)
  })

  it("first that there is no number, where the call waits for one", () => {
    const waits = { status: "waiting", waiting_reason: "new_number" } as const
    expect(told(waits, { type: "complete_contact" })).toEqual([
      ["pending", "Not confirmed: no phone number"],
      ["pending", "Not confirmed yet"],
    ])
  })

  it("what the latest task of a type says, or the one that is active", () => {
    const declined = {
      ...CLOSED,
      outcome: "declined",
      opened_at: monday("09:00"),
    }
    const confirmed = {
      ...CLOSED,
      outcome: "confirmed",
      opened_at: monday("10:00"),
    }
    expect(told(declined, confirmed)).toEqual([])
    expect(told(confirmed, { opened_at: monday("09:00") })).toEqual([
      ["pending", "Not confirmed yet"],
    ])
  })

  it("what a kind of work of the shop's own declares", () => {
    const { types } = deskOf([
      {
        kind: "verify_payment",
        task_types: [
          {
            type: "verify_payment",
            label: { en: "Verify payment" },
            order_notice: { en: "Not paid yet" },
            outcomes: [
              { outcome: "paid", label: { en: "Paid" }, group: "reached" },
              {
                outcome: "never",
                label: { en: "Never" },
                group: "reached",
                leads_to: "cancel_order",
                order_notice: { en: "Will not be paid" },
              },
            ],
          },
        ],
      },
    ])
    const toldOf = (task: Partial<Task>) =>
      orderNotices([aTask({ type: "verify_payment", ...task })], ({ type }) =>
        taskTypeOf(type, { types })
      ).map(({ label, level }) => [level, label.en])
    expect(toldOf({})).toEqual([["pending", "Not paid yet"]])
    expect(toldOf({ ...CLOSED, outcome: "paid" })).toEqual([])
    expect(toldOf({ ...CLOSED, outcome: "never" })).toEqual([
      ["off", "Will not be paid"],
    ])
  })

  it("one thing of each type, the gravest first", () => {
    expect(
      told(
        { type: "complete_contact" },
        { ...CLOSED, outcome: "declined", id: "futask_2" }
      )
    ).toEqual([
      ["off", "Declined by the customer"],
      ["pending", "Not confirmed: no phone number"],
    ])
  })
})
