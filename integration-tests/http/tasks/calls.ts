import { placeOrder, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"

export function calls(shop: TestShop): void {
  const SHARED = "/admin/follow-ups/shared-contacts"
  const NUMBER = "+380445550199"

  /** An order of somebody in an office, which has one number. */
  const fromOffice = async (email: string) =>
    await taskOf(shop, (await placeOrder(shop, { email, phone: NUMBER })).id)

  const reread = async (id: string) =>
    (await shop.get(`/admin/follow-ups/${id}`).expect(200)).body.follow_up

  it("are one for those who have the same number, until it is known to be several people's", async () => {
    const first = await fromOffice("anna@office.example")
    const second = await fromOffice("borys@office.example")
    const { call } = await reread(first.id)
    expect(call).toMatchObject({
      task_count: 2,
      person_id: (await reread(second.id)).call.person_id,
    })
    const tab = await shop.get("/admin/follow-ups?tab=now").expect(200)
    expect(tab.body.count).toBe(1)

    const { body } = await shop
      .post(SHARED, { kind: "phone", value: "044 555 01 99", is_shared: true })
      .expect(200)
    expect(body.shared_contact).toEqual({
      kind: "phone",
      value: NUMBER,
      is_shared: true,
      person_count: 2,
    })
    expect((await reread(first.id)).call.task_count).toBe(1)
    const listed = await shop.get(SHARED).expect(200)
    expect(listed.body).toMatchObject({
      shared_contacts: [
        { kind: "phone", value: NUMBER, created_by: shop.agent().id },
      ],
      count: 1,
    })

    await shop
      .post(SHARED, { kind: "phone", value: NUMBER, is_shared: false })
      .expect(200)
    expect((await reread(first.id)).call.task_count).toBe(2)
  })

  it("are about the number that one of its orders has, and keep a message with its text once", async () => {
    const email = "halfway@office.example"
    const without = await taskOf(
      shop,
      (await placeOrder(shop, { email, phone: undefined })).id,
      "complete_contact"
    )
    const other = await taskOf(
      shop,
      (await placeOrder(shop, { email, phone: "+380671112233" })).id
    )
    const { call } = await reread(without.id)
    expect(call.contact).toEqual({
      task_id: other.id,
      phone: "+380671112233",
      phone_e164: "+380671112233",
      email,
    })
    const text = "Ваше замовлення готове"
    await shop
      .post(`/admin/follow-ups/${other.id}/attempts`, {
        channel: "email",
        outcome: "message_sent",
        message: { to: email, subject: "#", text },
      })
      .expect(200)

    const { body } = await shop
      .get(`/admin/follow-ups/${without.id}/call-sheet`)
      .expect(200)
    expect(body.call_sheet.channels).toContainEqual({
      channel: "sms",
      to: "+380671112233",
    })
    expect(body.call_sheet.attempts).toMatchObject([
      { outcome: "message_sent", message: { text, status: "sent" } },
    ])
  })

  it("are not joined by what is no number and no address", async () => {
    for (const [kind, value, code] of [
      ["phone", "12", "not_a_phone_number"],
      ["email", "nobody", "wrong_kind"],
    ]) {
      const { body } = await shop
        .post(SHARED, { kind, value, is_shared: true })
        .expect(400)
      expect(body).toMatchObject({ code, path: ["value"] })
    }
  })

  it("tell others who is calling, and refuse to be settled without knowing it", async () => {
    const { id } = await fromOffice("anna@office.example")
    const [olena, petro] = [shop.agent(0), shop.agent(1)]
    const path = (command: string) => `/admin/follow-ups/${id}/${command}`
    await shop.post(path("calling"), {}, olena).expect(200)
    const attempt = {
      channel: "phone",
      outcome: "reached",
      complete_with: "confirmed",
    }
    const refused = await shop
      .post(path("attempts"), attempt, petro)
      .expect(400)
    expect(refused.body).toMatchObject({
      code: "being_called",
      values: { assignee: olena.name, since: expect.any(String) },
    })
    expect((await reread(id)).call.calling).toMatchObject({
      actor: { id: olena.id },
    })
    const { body } = await shop
      .post(path("attempts"), { ...attempt, despite_call: true }, petro)
      .expect(200)
    expect(body.follow_up).toMatchObject({ status: "completed", call: null })
  })
}
