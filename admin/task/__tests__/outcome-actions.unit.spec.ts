import { commandFor } from "../command-for"
import { outcomeActions, type OutcomeAction } from "../outcome-actions"

const confirmOrder = {
  status: "open",
  allowed_outcomes: ["confirmed", "changed", "declined", "unreachable"],
  reached_outcomes: ["confirmed", "changed", "declined"],
  phone: "067 123 45 67",
  email: "olena@example.com",
} as const

const task = (
  change: Partial<Parameters<typeof outcomeActions>[0]> = {}
): Parameters<typeof outcomeActions>[0] => ({
  ...confirmOrder,
  allowed_outcomes: [...confirmOrder.allowed_outcomes],
  reached_outcomes: [...confirmOrder.reached_outcomes],
  ...change,
})

const find = (outcome: string, on = task()): OutcomeAction => {
  const found = outcomeActions(on).find((action) => action.outcome === outcome)
  if (!found) {
    throw new Error(`There is no ${outcome}`)
  }
  return found
}

describe("what can be recorded on a task", () => {
  it("has the usual outcome on 1, and a letter for each try", () => {
    const keys = outcomeActions(task()).map(({ key, outcome }) => [
      key,
      outcome,
    ])
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
    const keys = outcomeActions(task()).map(({ key }) => key)
    expect(keys).not.toContain("y")
    expect(keys).not.toContain("e")
  })

  it("is writing only, where there is no number to call", () => {
    const outcomes = outcomeActions(
      task({
        phone: null,
        allowed_outcomes: ["number_received", "unreachable"],
        reached_outcomes: ["number_received"],
      })
    ).map(({ outcome, channel }) => `${outcome} by ${channel}`)
    expect(outcomes).toEqual([
      "number_received by email",
      "unreachable by email",
      "message_sent by email",
    ])
  })

  it("is nothing once the task is closed", () => {
    expect(outcomeActions(task({ status: "completed" }))).toEqual([])
    expect(outcomeActions(task({ status: "canceled" }))).toEqual([])
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
    const received = find(
      "number_received",
      task({
        phone: null,
        allowed_outcomes: ["number_received"],
        reached_outcomes: ["number_received"],
      })
    )
    expect(commandFor(received, { phone: "0671234567 " })).toMatchObject({
      body: { complete_with: "number_received", phone: "0671234567" },
    })
  })
})
