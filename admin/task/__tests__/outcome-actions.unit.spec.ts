import type { AdminFollowUpOutcome } from "../../../src/api/admin/follow-ups/types"
import { commandFor } from "../command-for"
import {
  groupsOf,
  outcomeActions,
  type OutcomeAction,
} from "../outcome-actions"

const outcome = (
  name: string,
  group: AdminFollowUpOutcome["group"] = "reached",
  asks: AdminFollowUpOutcome["asks"] = []
): AdminFollowUpOutcome => ({
  outcome: name,
  label: { en: name },
  group,
  asks,
  done_in: null,
  leads_to: null,
})

const confirmOrder = [
  outcome("confirmed"),
  outcome("changed"),
  outcome("declined"),
  outcome("unreachable", "not_reached"),
]

const numberReceived = outcome("number_received", "reached", [
  { field: "phone", label: { en: "Phone" }, kind: "phone", is_required: true },
])

const withPhone = {
  status: "open",
  phone: "067 123 45 67",
  email: "olena@example.com",
} as const

const withoutPhone = { ...withPhone, phone: null }

const find = (
  name: string,
  on: Parameters<typeof outcomeActions>[0] = withPhone,
  outcomes = confirmOrder
): OutcomeAction => {
  const found = outcomeActions(on, outcomes).find(
    (action) => action.outcome === name
  )
  if (!found) {
    throw new Error(`There is no ${name}`)
  }
  return found
}

describe("what can be recorded on a task", () => {
  it("has the usual outcome on 1, and a letter for each try", () => {
    const keys = outcomeActions(withPhone, confirmOrder).map(
      ({ key, outcome }) => [key, outcome]
    )
    expect(keys).toEqual([
      ["1", "confirmed"],
      ["2", "changed"],
      ["3", "declined"],
      ["4", "unreachable"],
      ["n", "no_answer"],
      ["b", "busy"],
      ["v", "voicemail"],
      ["w", "wrong_number"],
      ["l", "call_back_later"],
      ["m", "message_sent"],
    ])
  })

  it("uses none of the keys of the dashboard's logout, B then Y then E", () => {
    const keys = outcomeActions(withPhone, confirmOrder).map(({ key }) => key)
    expect(keys).not.toContain("y")
    expect(keys).not.toContain("e")
  })

  it("is writing only, where there is no number to call", () => {
    const outcomes = outcomeActions(withoutPhone, [
      numberReceived,
      outcome("unreachable", "not_reached"),
    ]).map(({ outcome, channel }) => `${outcome} by ${channel}`)
    expect(outcomes).toEqual([
      "number_received by email",
      "unreachable by email",
      "message_sent by email",
    ])
  })

  it("is nothing once the task is closed", () => {
    expect(
      outcomeActions({ ...withPhone, status: "completed" }, confirmOrder)
    ).toEqual([])
    expect(
      outcomeActions({ ...withPhone, status: "canceled" }, confirmOrder)
    ).toEqual([])
  })
})

describe("the command that records it", () => {
  it("is one attempt that completes the task, when the customer was reached", () => {
    expect(commandFor(find("confirmed"), { note: " fine " })).toEqual({
      name: "attempts",
      body: {
        channel: "phone",
        outcome: "reached",
        complete_with: "confirmed",
        note: "fine",
      },
    })
  })

  it("completes without an attempt, when nobody ever was", () => {
    expect(commandFor(find("unreachable"), {})).toEqual({
      name: "complete",
      body: { outcome: "unreachable" },
    })
  })

  it("carries the time to call back, and the number that was received", () => {
    const callBackAt = new Date("2026-11-23T10:00:00Z")
    expect(commandFor(find("call_back_later"), { callBackAt })).toEqual({
      name: "attempts",
      body: {
        channel: "phone",
        outcome: "call_back_later",
        call_back_at: "2026-11-23T10:00:00.000Z",
      },
    })
    const received = find("number_received", withoutPhone, [numberReceived])
    expect(commandFor(received, { phone: "0671234567 " })).toMatchObject({
      body: { complete_with: "number_received", phone: "0671234567" },
    })
  })

  it("carries what else an outcome asks for, and only what was given", () => {
    const asks = [
      {
        field: "receipt",
        label: { en: "Receipt" },
        kind: "text",
        is_required: true,
      },
    ] as const
    const paid = find("paid", withPhone, [
      outcome("paid", "reached", [...asks]),
    ])
    expect(paid.asks).toEqual(asks)
    expect(commandFor(paid, { answers: { receipt: "R-7" } })).toMatchObject({
      body: { complete_with: "paid", answers: { receipt: "R-7" } },
    })
    expect(commandFor(paid, { answers: {} }).name).toBe("attempts")
    expect(commandFor(paid, { answers: {} })).not.toHaveProperty("body.answers")
  })
})

describe("the outcomes that end a task", () => {
  const groups = (outcomes: readonly AdminFollowUpOutcome[]) =>
    groupsOf(
      outcomeActions(withPhone, outcomes).filter(({ kind }) => kind !== "tried")
    ).map(({ title, actions }) => [
      title,
      actions.map(({ outcome, key }) => `${key} ${outcome}`),
    ])

  it("are grouped by whether the customer was reached", () => {
    expect(groups(confirmOrder)).toEqual([
      ["outcomeBar.reached", ["1 confirmed", "2 changed", "3 declined"]],
      ["outcomeBar.notReached", ["4 unreachable"]],
    ])
  })

  it("say that there is no need to call, where that is usual, and begin with it", () => {
    expect(
      groups([outcome("refunded", "not_reached"), outcome("kept_as_credit")])
    ).toEqual([
      ["outcomeBar.withoutCall", ["1 refunded"]],
      ["outcomeBar.reached", ["2 kept_as_credit"]],
    ])
  })
})
