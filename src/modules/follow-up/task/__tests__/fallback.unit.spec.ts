import { PLAIN_PLAYBOOK } from "../../rules/playbooks/default-playbooks"
import type { Fallback } from "../../rules/playbooks/playbook"
import { aTask, kyivShop, monday, playbook, tuesday } from "./task-fixture"
import { anAttempt, OLENA, PETRO, TaskInMemory } from "./task-in-memory"

/** One attempt is all there is. */
const aDesk = (fallback: Fallback, facts: Parameters<typeof aTask>[0] = {}) =>
  new TaskInMemory(
    aTask({ assignee_id: OLENA, ...facts }),
    kyivShop,
    null,
    playbook(facts.type ?? "confirm_order", {
      retry: { ...PLAIN_PLAYBOOK.retry, max_attempts: 1, fallback },
      escalation: [],
    })
  )

const GIVE_UP = { kind: "give_up_calling" } as const

describe("a task whose attempts are used up", () => {
  it.each<[Fallback, string | null]>([
    [{ kind: "message_customer", canned_answer_id: "fuans_1" }, OLENA],
    [{ kind: "hand_over", assignee_id: PETRO }, PETRO],
    [{ kind: "hand_over", assignee_id: null }, null],
    [{ kind: "hand_over" }, null],
    [{ kind: "cancel_order" }, OLENA],
  ])("turns to %j and wants a person now", (fallback, assignee_id) => {
    const desk = aDesk(fallback)
    desk.run(anAttempt(), monday("09:05"))
    expect(desk.task).toMatchObject({
      status: "open",
      fallback: fallback.kind,
      assignee_id,
      due_at: monday("09:05"),
      waiting_until: null,
      outcome: null,
    })
    expect(desk.history).toEqual([
      "attempted",
      "attempts_used_up",
      ...(assignee_id === OLENA ? [] : ["assigned"]),
    ])
  })

  it("waits for the answer to the message that its fallback asks for", () => {
    const desk = aDesk({ kind: "message_customer" })
    desk.run(anAttempt(), monday("09:05"))
    desk.run(
      anAttempt({ channel: "sms", outcome: "message_sent" }),
      monday("09:10")
    )
    expect(desk.task).toMatchObject({
      status: "waiting",
      waiting_reason: "customer_reply",
      waiting_until: monday("13:10"),
      fallback: null,
    })
  })

  it("is not canceled by that: a person confirms it", () => {
    const desk = aDesk({ kind: "cancel_order" })
    desk.run(anAttempt(), monday("09:05"))
    expect(desk.task).toMatchObject({ canceled_at: null, cancel_reason: null })
    expect(desk.outbox).toEqual([])
  })

  it("goes on counting to its resolution limit", () => {
    const desk = aDesk(
      { kind: "hand_over" },
      { resolution_limit_at: monday("12:00") }
    )
    desk.playbook.definition.resolution_limit_minutes = 180
    desk.run(anAttempt(), monday("09:05"))
    expect(desk.task.running_since).not.toBeNull()
    desk.tick(tuesday("09:00"))
    expect(desk.history.at(-1)).toBe("breached")
  })

  it.each(["reached", "call_back_later"] as const)(
    "forgets its fallback when the customer is heard of: %s",
    (outcome) => {
      const desk = aDesk({ kind: "message_customer" })
      desk.run(anAttempt(), monday("09:05"))
      const call_back_at =
        outcome === "call_back_later" ? monday("15:00") : null
      desk.run(anAttempt({ outcome, call_back_at }), monday("10:00"))
      expect(desk.task.fallback).toBeNull()
    }
  )

  it("gives up once, however often it is told to", () => {
    const desk = aDesk({ kind: "message_customer" })
    desk.run(anAttempt({ outcome: "wrong_number" }), monday("09:04"))
    desk.run(GIVE_UP, monday("09:05"))
    expect(desk.run(GIVE_UP, monday("09:06")).activities).toEqual([])
    expect(desk.history).toEqual(["attempted", "waiting", "attempts_used_up"])
  })

  it("does not give up a task that goes on meanwhile", () => {
    const desk = aDesk({ kind: "message_customer" })
    desk.run(anAttempt({ outcome: "wrong_number" }), monday("09:04"))
    desk.run({ kind: "resume" }, monday("09:05"))
    expect(desk.run(GIVE_UP, monday("09:06")).activities).toEqual([])
    expect(desk.task).toMatchObject({ status: "open", fallback: null })
  })
})

describe("a wrong number", () => {
  it("stops the calls and opens a task that asks for another", () => {
    const desk = new TaskInMemory(
      aTask({ ladder: { no_answer: 2 }, region_id: "reg_1", locale: "uk" })
    )
    desk.run(anAttempt({ outcome: "wrong_number" }), monday("09:05"))
    expect(desk.task).toMatchObject({
      status: "waiting",
      waiting_until: null,
      waiting_reason: "new_number",
      due_at: null,
      wrong_phones: ["067 123 45 67"],
      ladder: {},
      responded_at: monday("09:05"),
    })
    expect(desk.next).toBeNull()
    expect(desk.opened).toMatchObject([
      {
        type: "complete_contact",
        opened_at: monday("09:05"),
        dedupe_key: "complete_contact:futask_1:1",
        order_id: "order_1",
        customer_id: "cus_1",
        email: "olena@mail.example",
        phone: null,
        phone_e164: null,
        region_id: "reg_1",
        locale: "uk",
      },
    ])
  })

  it("opens one more for the next wrong number, and none while it is asked for", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt({ outcome: "wrong_number" }), monday("09:05"))
    desk.task = { ...desk.task, phone: "050 765 43 21" }
    desk.run(anAttempt({ outcome: "wrong_number" }), monday("10:05"))
    desk.run(anAttempt({ outcome: "wrong_number" }), monday("11:05"))
    expect(desk.task.wrong_phones).toEqual(["067 123 45 67", "050 765 43 21"])
    expect(desk.opened.map(({ dedupe_key }) => dedupe_key)).toEqual([
      "complete_contact:futask_1:1",
      "complete_contact:futask_1:2",
    ])
    expect(desk.task).toMatchObject({ status: "waiting", attempt_count: 3 })
  })

  it("of a task that asks for a number is one more failed attempt", () => {
    const desk = aDesk(
      { kind: "message_customer" },
      { type: "complete_contact" }
    )
    desk.run(anAttempt({ outcome: "wrong_number" }), monday("09:05"))
    expect(desk.opened).toEqual([])
    expect(desk.task.fallback).toBe("message_customer")
  })

  it("brings the task to its fallback where nobody can be asked", () => {
    const desk = aDesk({ kind: "hand_over", assignee_id: PETRO })
    desk.run(anAttempt({ outcome: "wrong_number" }), monday("09:05"))
    desk.run(GIVE_UP, monday("09:05"))
    expect(desk.task).toMatchObject({
      status: "open",
      fallback: "hand_over",
      assignee_id: PETRO,
      waiting_reason: null,
    })
  })
})
