import fc from "fast-check"
import { checkMessage } from "../message"
import { aTask, monday } from "./task-fixture"
import { anAttempt, OLENA, TaskInMemory } from "./task-in-memory"

const MESSAGE = {
  to: "olena@mail.example",
  subject: "Your order",
  text: "Hello",
}
const sending = (facts: Partial<typeof MESSAGE> = {}) =>
  anAttempt({
    channel: "email",
    outcome: "message_sent",
    message: { ...MESSAGE, ...facts },
  })
const failing = (attempt_id: string) => ({
  kind: "message_failed" as const,
  attempt_id,
  channel: "email" as const,
  error: "No such mailbox",
})

describe("a message", () => {
  it("is kept with its attempt, which counts like any other", () => {
    const desk = new TaskInMemory()
    desk.run(sending(), monday("09:05"))
    expect(desk.attempts).toMatchObject([
      { outcome: "message_sent", message: { ...MESSAGE, status: "pending" } },
    ])
    expect(desk.task).toMatchObject({
      status: "waiting",
      waiting_reason: "customer_reply",
      responded_at: monday("09:05"),
    })
  })

  it("sent again within a minute is one, unless it says something else", () => {
    const desk = new TaskInMemory()
    desk.run(sending(), monday("09:05"))
    desk.run(sending(), monday("09:05"))
    desk.run(sending({ text: "And this" }), monday("09:05"))
    expect(desk.attempts).toHaveLength(2)
  })

  it("that failed leaves the task and its timer as they were", () => {
    const before = aTask()
    const desk = new TaskInMemory(before)
    desk.run(sending(), monday("09:05"))
    desk.run(failing(desk.attempts[0]?.id ?? ""), monday("09:06"), null)
    expect(desk.task).toEqual({ ...before, updated_at: monday("09:06") })
    expect(desk.activities.at(-1)).toMatchObject({
      kind: "message_failed",
      data: { channel: "email", error: "No such mailbox" },
    })
  })

  it("that failed after something else happened changes nothing of that", () => {
    const desk = new TaskInMemory()
    desk.run(sending(), monday("09:05"))
    desk.run({ kind: "resume" }, monday("09:06"), OLENA)
    const before = desk.task
    desk.run(failing(desk.attempts[0]?.id ?? ""), monday("09:07"), null)
    expect({ ...desk.task, updated_at: null }).toEqual({
      ...before,
      updated_at: null,
    })
  })

  it("that was sent cannot be taken back", () => {
    const desk = new TaskInMemory()
    desk.run(sending(), monday("09:05"))
    expect(
      desk.refusal({ kind: "withdraw_attempt" }, monday("09:06"), OLENA)
    ).toBe("A message that was sent cannot be taken back")
  })

  it("has one recipient and one line of subject, whatever was typed", () => {
    const task = aTask()
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        (to, subject) => {
          let kept
          try {
            kept = checkMessage({ to, subject, text: "x" }, "email", task, "ua")
          } catch {
            return
          }
          expect(kept.to).not.toMatch(/[\s,;<>]/)
          expect(kept.subject).not.toMatch(/[\r\n]/)
        }
      )
    )
  })
})
