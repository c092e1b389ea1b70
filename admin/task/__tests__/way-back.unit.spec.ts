import { wayBack, whyItStays } from "../way-back"

const OPEN = { status: "open", cancel_reason: null } as const
const DONE = { status: "completed", cancel_reason: null } as const
const ATTEMPT = {
  name: "attempts",
  body: { channel: "phone", outcome: "no_answer" },
} as const

describe("what was just recorded", () => {
  it("is undone by withdrawing the attempt", () => {
    expect(wayBack(OPEN, OPEN, ATTEMPT)).toEqual({ name: "withdraw-attempt" })
  })

  it("is undone by reopening a task that was closed without one", () => {
    const complete = {
      name: "complete",
      body: { outcome: "unreachable" },
    } as const
    expect(wayBack(OPEN, DONE, complete)).toEqual({ name: "reopen", body: {} })
    expect(wayBack(DONE, DONE, complete)).toBeUndefined()
  })

  it("stays where a number is in use, or a message has left", () => {
    for (const body of [
      { ...ATTEMPT.body, phone: "+380671234567" },
      { ...ATTEMPT.body, message: { to: "a@mail.example", text: "Hello" } },
    ]) {
      expect(wayBack(OPEN, OPEN, { name: "attempts", body })).toBeUndefined()
    }
  })

  it("says why, where the customer was told", () => {
    const message = { to: "a@mail.example", text: "Hello" }
    const body = { ...ATTEMPT.body, message }
    expect(whyItStays({ name: "attempts", body })).toBe(
      "refusals.message_stays"
    )
    expect(whyItStays(ATTEMPT)).toBeUndefined()
  })

  it("stays once the order is canceled", () => {
    const canceled = {
      status: "canceled",
      cancel_reason: "order_canceled",
    } as const
    expect(wayBack(OPEN, canceled, { name: "cancel-order" })).toBeUndefined()
    expect(
      wayBack(
        OPEN,
        { ...canceled, cancel_reason: "duplicate" },
        {
          name: "cancel",
          body: { reason: "duplicate" },
        }
      )
    ).toEqual({ name: "reopen", body: {} })
  })
})
