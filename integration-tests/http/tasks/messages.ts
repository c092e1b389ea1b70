import { Modules } from "@medusajs/framework/utils"
import { placedOnce } from "../../shop/place-order"
import { UNREACHABLE } from "../../shop/sms-provider"
import type { TestShop } from "../../shop/test-shop"

export function messages(shop: TestShop): void {
  const placed = placedOnce(shop)
  const path = () => `/admin/follow-ups/${placed().task.id}`
  const MESSAGE = {
    to: "olena@mail.example",
    subject: "Ваше замовлення",
    text: "Добрий день!\n1 < 2",
  }
  const sending = (message: object = {}, channel = "email") => ({
    channel,
    outcome: "message_sent",
    message: { ...MESSAGE, ...message },
  })
  const send = (message: object = {}, channel?: string) =>
    shop.post(`${path()}/attempts`, sending(message, channel))
  const sms = (to: string) =>
    shop.post(`${path()}/attempts`, {
      ...sending({}, "sms"),
      message: { to, text: "Ваше замовлення готове" },
    })
  const notified = (channel = "email") =>
    shop.container
      .resolve(Modules.NOTIFICATION)
      .listNotifications({ channel, resource_id: placed().task.id })
  const history = async () => (await shop.get(path()).expect(200)).body

  it("can be sent by what a provider serves, with the answers rendered", async () => {
    const { call_sheet } = (
      await shop.get(`${path()}/call-sheet?locale=uk`).expect(200)
    ).body
    expect(call_sheet.channels).toEqual([
      { channel: "email", to: placed().task.email },
      { channel: "sms", to: placed().task.phone_e164 },
    ])
    expect(call_sheet.subject).toContain(`#${placed().order.display_id}`)
    for (const answer of call_sheet.tasks[0].canned_answers) {
      expect(answer).toMatchObject({ unfilled: null })
    }
  })

  it("is sent, and kept with what it said as the attempt", async () => {
    const { follow_up } = (await send().expect(200)).body
    expect(follow_up).toMatchObject({
      status: "waiting",
      waiting_reason: "customer_reply",
      attempt_count: 1,
    })
    expect(await notified()).toMatchObject([
      {
        to: MESSAGE.to,
        status: "success",
        provider_id: "local",
        data: { subject: MESSAGE.subject, text: MESSAGE.text },
      },
    ])
    expect((await history()).attempts).toMatchObject([
      {
        channel: "email",
        outcome: "message_sent",
        message: { ...MESSAGE, status: "sent", error: null },
      },
    ])
    expect(
      await shop.followUp.listFollowUpOutboxEvents({ kind: "message" })
    ).toEqual([])
    const undone = await shop.post(`${path()}/withdraw-attempt`)
    expect(undone.body).toMatchObject({ code: "message_stays" })
  })

  it("is sent once, however often the button is pressed", async () => {
    const press = (key?: string) =>
      key ? send().set("Idempotency-Key", key) : send()
    await Promise.all([press(), press(), press()])
    await Promise.all([press("once"), press("once")])
    expect(await notified()).toHaveLength(2)
  })

  it("that could not be sent says why, and leaves the task as it was", async () => {
    const before = placed().task
    const refused = await sms(UNREACHABLE)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      code: "message_failed",
      message: "The message could not be sent: This number takes no SMS",
    })
    const { follow_up, attempts, activities } = await history()
    expect(follow_up).toMatchObject({
      status: "open",
      responded_at: null,
      attempt_count: 0,
      due_at: before.due_at,
      assignee: null,
    })
    expect(attempts).toMatchObject([
      {
        message: {
          to: UNREACHABLE,
          status: "failed",
          error: "This number takes no SMS",
        },
      },
    ])
    expect(activities.slice(0, 3)).toMatchObject([
      {
        kind: "message_failed",
        data: { channel: "sms", error: "This number takes no SMS" },
      },
      { kind: "waiting" },
      { kind: "attempted", data: { channel: "sms" } },
    ])

    expect((await sms(UNREACHABLE)).body.code).toBe("message_failed")
    await sms("067 123 45 67").expect(200)
    expect(
      (await notified("sms")).map(({ to, status }) => [to, status])
    ).toEqual(
      expect.arrayContaining([
        [UNREACHABLE, "failure"],
        [UNREACHABLE, "failure"],
        ["+380671234567", "success"],
      ])
    )
  })

  it("is sent after a crash that came before it, and once", async () => {
    const now = new Date("2030-01-08T08:00:00Z")
    shop.clock.set(now)
    await shop.followUp.runCommand(
      {
        task_id: placed().task.id,
        actor_id: shop.agent().id,
        command: {
          kind: "record_attempt",
          channel: "email",
          outcome: "message_sent",
          note: null,
          call_back_at: null,
          complete_with: null,
          received_phone: null,
          message: MESSAGE,
        },
      },
      now
    )
    expect(await notified()).toEqual([])
    shop.clock.set(new Date(now.getTime() + 60_000))
    await Promise.all([shop.tick(), shop.tick()])
    await shop.tick()
    expect(await notified()).toMatchObject([{ status: "success" }])
    expect((await history()).attempts[0].message.status).toBe("sent")
  })

  it.each([
    ["message_no_address", { to: "olena" }, "email"],
    ["message_no_address", { to: "a@b.example, c@d.example" }, "email"],
    ["message_no_address", { to: "a@b.example\nBcc: c@d.example" }, "email"],
    ["message_no_address", { to: "" }, "email"],
    ["message_no_subject", { subject: "  " }, "email"],
    ["message_no_subject", { subject: "One\nBcc: c@d.example" }, "email"],
    ["message_empty", { text: " \n " }, "email"],
    ["message_too_long", { text: "ї".repeat(20_001) }, "email"],
    ["message_too_long", { text: "ї".repeat(1_601) }, "sms"],
    ["message_no_number", { to: "12" }, "sms"],
    ["message_unfilled", { text: "Order {{ order.number }}" }, "email"],
    ["channel_not_served", {}, "messenger"],
    ["message_by_phone", {}, "phone"],
  ])(
    "is refused, and nothing recorded: %s of %j",
    async (code, given, channel) => {
      const refused = await send(given, channel)
      expect([refused.status, refused.body.code]).toEqual([400, code])
      expect((await history()).attempts).toEqual([])
    }
  )

  it("goes to no number at which somebody else answered, and with no other outcome", async () => {
    const { phone_e164 } = placed().task
    await shop
      .post(`${path()}/attempts`, { channel: "phone", outcome: "wrong_number" })
      .expect(200)
    expect((await sms(phone_e164 ?? "")).body.code).toBe("message_wrong_number")
    const reached = await shop.post(`${path()}/attempts`, {
      ...sending(),
      outcome: "reached",
    })
    expect(reached.body.code).toBe("message_with_outcome")
  })
}
