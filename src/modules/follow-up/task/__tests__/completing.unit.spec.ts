import { aTask, aTaskOpenedAt, monday } from "./task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

describe("completing", () => {
  it("ends the task with an outcome of its type", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed", { note: "By e-mail" }), monday("09:10"))
    expect(desk.task).toMatchObject({
      status: "completed",
      outcome: "confirmed",
      completed_at: monday("09:10"),
      responded_at: monday("09:10"),
      assignee_id: OLENA,
      due_at: null,
    })
    expect(desk.activities).toEqual([
      {
        kind: "completed",
        data: { outcome: "confirmed", note: "By e-mail" },
        occurred_at: monday("09:10"),
        once: null,
      },
    ])
  })

  it("is no contact with the customer and no attempt", () => {
    const desk = new TaskInMemory()
    desk.run(completion("unreachable"), monday("09:10"))
    expect(desk.task.first_contact_at).toBeNull()
    expect(desk.task.attempt_count).toBe(0)
  })

  it("keeps the time of an earlier response", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(completion("confirmed"), monday("09:40"))
    expect(desk.task.responded_at).toEqual(monday("09:05"))
  })

  it("by the shop's own events leaves the task with nobody", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed"), monday("09:10"), null)
    expect(desk.task.assignee_id).toBeNull()
  })

  it("is refused with an outcome of no meaning to the type", () => {
    const desk = new TaskInMemory()
    expect(desk.refusal(completion("sold"), monday("09:10"))).toBe(
      'outcome was "sold"; a confirm_order task may end with "confirmed", "changed", "declined", "unreachable"'
    )
  })

  it("with another outcome is refused until the task is reopened", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed"), monday("09:10"))
    expect(desk.refusal(completion("declined"), monday("09:11"), PETRO)).toBe(
      'This task is already completed with "confirmed"; reopen it to give another outcome'
    )
  })

  describe("again with the same outcome", () => {
    const completed = () => {
      const desk = new TaskInMemory()
      desk.run(completion("confirmed", { note: "By e-mail" }), monday("09:10"))
      return desk
    }
    const again = (note: string | null) => completion("confirmed", { note })

    it("changes nothing", () => {
      const desk = completed()
      desk.run(again(null), monday("09:11"))
      desk.run(again("By e-mail"), monday("09:12"))
      expect(desk.history).toEqual(["completed"])
    })

    it("keeps another note", () => {
      const desk = completed()
      desk.run(again("Gate code 12"), monday("09:11"))
      desk.run(again("Gate code 12"), monday("09:12"))
      expect(desk.history).toEqual(["completed", "noted"])
      expect(desk.activities.at(-1)?.data.note).toBe("Gate code 12")
    })

    it("keeps another person's note, even if it is the same", () => {
      const desk = completed()
      desk.run(again("By e-mail"), monday("09:11"), PETRO)
      expect(desk.history).toEqual(["completed", "noted"])
    })

    it("keeps the note with which it is canceled or reopened again", () => {
      const desk = completed()
      desk.run({ kind: "reopen", note: null }, monday("09:11"))
      desk.run({ kind: "reopen", note: "Wants tea" }, monday("09:12"))
      desk.run(
        { kind: "cancel", reason: "not_needed", note: null },
        monday("09:13")
      )
      desk.run(
        { kind: "cancel", reason: "not_needed", note: "Bought a pot" },
        monday("09:14")
      )
      expect(desk.history).toEqual([
        "completed",
        "reopened",
        "noted",
        "canceled",
        "noted",
      ])
    })
  })

  it("late writes down what was missed, with its true time", () => {
    const desk = new TaskInMemory()
    desk.run(completion("confirmed"), monday("11:00"))
    expect(
      desk.activities.map(({ kind, occurred_at, once }) => ({
        kind,
        occurred_at,
        once,
      }))
    ).toEqual([
      {
        kind: "target_missed",
        occurred_at: monday("09:20"),
        once: "target_missed",
      },
      { kind: "breached", occurred_at: monday("10:00"), once: "breached" },
      { kind: "completed", occurred_at: monday("11:00"), once: null },
    ])
  })

  it("during a wait is in time if the target was ahead when it began", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:10"))
    desk.run(completion("confirmed"), monday("12:00"))
    expect(desk.history).toEqual(["waiting", "completed"])
    expect(desk.task.response_target_at).toEqual(monday("12:10"))
  })
})

describe("a number that was received", () => {
  const asked = () =>
    new TaskInMemory(
      aTaskOpenedAt(monday("09:00"), {
        type: "complete_contact",
        phone: null,
        phone_e164: null,
      })
    )

  it("is kept as it was said and in E.164", () => {
    const desk = asked()
    desk.run(
      completion("number_received", { received_phone: "067 123-45-67" }),
      monday("09:10")
    )
    expect(desk.task).toMatchObject({
      phone: "067 123-45-67",
      phone_e164: "+380671234567",
    })
  })

  it("can come with an attempt", () => {
    const desk = asked()
    desk.run(
      anAttempt({
        channel: "email",
        outcome: "reached",
        complete_with: "number_received",
        received_phone: "+359 88 812 3456",
      }),
      monday("09:10")
    )
    expect(desk.task.phone_e164).toBe("+359888123456")
  })

  it("must be there", () => {
    expect(
      asked().refusal(completion("number_received"), monday("09:10"))
    ).toBe(
      'phone is missing: outcome "number_received" needs the number that the customer gave'
    )
  })

  it.each(["abc", "123", "+380 67", "call me"])("may not be %j", (phone) => {
    expect(
      asked().refusal(
        completion("number_received", { received_phone: phone }),
        monday("09:10")
      )
    ).toBe("phone is not a phone number; it may be one such as +380671234567")
  })

  it.each(["+380 67 765 43 21", "0677654321", "+359 88 812 3456"])(
    "is not dropped for the first if the same outcome brings %j",
    (phone) => {
      const desk = asked()
      const received = (received_phone: string | null) =>
        completion("number_received", { received_phone })
      desk.run(received("067 123-45-67"), monday("09:10"))
      expect(desk.refusal(received(phone), monday("09:11"))).toBe(
        `phone was "${phone}", but this task is already completed with "067 123-45-67"; reopen it to give another number`
      )
      desk.run(received("+380671234567"), monday("09:12"))
      desk.run(received(null), monday("09:12"))
      expect(desk.history).toEqual(["completed"])
    }
  )

  it("is not dropped if an attempt that is sent again brings another", () => {
    const desk = asked()
    const reached = (received_phone: string) =>
      anAttempt({
        outcome: "reached",
        complete_with: "number_received",
        received_phone,
      })
    desk.run(reached("067 123-45-67"), monday("09:10"))
    desk.run(reached("067 123-45-67"), monday("09:10"))
    expect(desk.refusal(reached("067 765-43-21"), monday("09:10"))).toContain(
      "reopen it to give another number"
    )
  })

  it("needs a prefix if nobody knows its country", () => {
    const desk = new TaskInMemory(
      aTask({ type: "complete_contact", country_code: null })
    )
    const received = (received_phone: string) =>
      completion("number_received", { received_phone })
    expect(desk.refusal(received("0888 123 456"), monday("09:10"))).toBe(
      "phone has no country prefix, and the country of the customer is unknown; it may be one such as +380671234567"
    )
    desk.run(received("+359 888 123 456"), monday("09:10"))
    expect(desk.task.phone_e164).toBe("+359888123456")
  })

  it("is read with the shop's country where the task knows none", () => {
    const desk = new TaskInMemory(
      aTask({ type: "complete_contact", country_code: null }),
      undefined,
      "ua"
    )
    desk.run(
      completion("number_received", { received_phone: "050 111 22 33" }),
      monday("09:10")
    )
    expect(desk.task.phone_e164).toBe("+380501112233")
  })

  it("replaces the number of an order that was confirmed", () => {
    const desk = new TaskInMemory()
    desk.run(
      completion("changed", { received_phone: "050 111 22 33" }),
      monday("09:10")
    )
    expect(desk.task.phone_e164).toBe("+380501112233")
  })
})
