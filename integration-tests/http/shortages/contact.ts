import type {
  AdminFollowUp,
  AdminFollowUpDetailResponse,
} from "../../../src/api/admin/follow-ups/types"
import type { AdminSettleShortage } from "../../../src/api/admin/shortages/types"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import { taskOf } from "../../shop/place-order"
import { lineOf, sell, settle } from "../../shop/settle"
import { order, shortageOf, stock, stockElsewhere } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { KETTLE, offering } from "./offering"

export function contact(shop: TestShop): void {
  const { prepared, offer, answer, send } = offering(shop)

  /** An order of three, none of which are there. */
  const three = shop.preparedOnce(async () => {
    await stock(shop, KETTLE, 0)
    const [order_id = ""] = await order(shop, KETTLE, 3)
    return { order_id, ware: await sell(shop, "OTHER", 1_500, 9) }
  })

  const detailOf = async ({
    id,
  }: Pick<AdminFollowUp, "id">): Promise<AdminFollowUpDetailResponse> =>
    (await shop.get(`/admin/follow-ups/${id}`).expect(200)).body

  /** The tasks of the order's call: about what is short, and the other. */
  const callOf = async (order_id: string) => {
    const short = await shortageOf(shop, order_id)
    const confirm = await taskOf(shop, order_id)
    return {
      short: await detailOf(short ?? { id: "" }),
      confirm: await detailOf(confirm),
    }
  }

  const CONTACT = {
    attempt_count: 1,
    first_contact_at: expect.any(String),
    responded_at: expect.any(String),
  }

  const deeds: [string, () => Promise<AdminSettleShortage["deed"]>][] = [
    ["removed", async () => ({ kind: "remove", units: 3 })],
    ["part_delivery", async () => ({ kind: "part_delivery", units: 1 })],
    ["waits", async () => ({ kind: "wait", until: null })],
    [
      "other_location",
      async () => {
        const { location_id } = await stockElsewhere(shop, KETTLE, 9)
        return { kind: "other_location", location_id }
      },
    ],
    [
      "replaced",
      async () => {
        const { variant_id, location_id } = three().ware
        const by = { variant_id, location_id, quantity: 3, unit_price: 1_500 }
        return {
          kind: "replace",
          units: 3,
          by: [{ ...by, hold_reservation_ids: [] }],
        }
      },
    ],
  ]

  it("is not undone by undoing the call: the attempt stays, and the refusal says why", async () => {
    const { order_id } = three()
    const { confirm } = await callOf(order_id)
    await settle(shop, order_id, { deed: { kind: "remove", units: 1 } })
    const path = `/admin/follow-ups/${confirm.follow_up.id}/withdraw-attempt`
    const { body } = await shop.post(path).expect(400)
    expect(body.code).toBe("attempt_of_deed")
    expect((await callOf(order_id)).confirm.follow_up).toMatchObject(CONTACT)
  })

  it.each(deeds)(
    "is an attempt of whoever settles it that reached the customer, once for the call: %s",
    async (outcome, deed) => {
      const { order_id } = three()
      const { confirm } = await callOf(order_id)
      expect(confirm.follow_up).toMatchObject({
        attempt_count: 0,
        responded_at: null,
      })
      await settle(shop, order_id, { deed: await deed() })

      const after = await callOf(order_id)
      const { name } = shop.agent()
      expect(after.short.follow_up).toMatchObject({
        status: "completed",
        outcome,
        ...CONTACT,
      })
      expect(
        after.short.activities.find(({ kind }) => kind === "completed")
      ).toMatchObject({ actor: { name }, data: { outcome } })
      expect(after.short.attempts).toMatchObject([
        { channel: "phone", outcome: "reached", actor: { name } },
      ])
      expect(after.confirm.follow_up).toMatchObject({
        status: "open",
        ...CONTACT,
      })
      // What is pressed in the same call is no further attempt.
      await shop
        .post(`/admin/follow-ups/${confirm.follow_up.id}/attempts`, {
          channel: "phone",
          outcome: "reached",
          complete_with: "confirmed",
        })
        .expect(200)
      expect((await callOf(order_id)).confirm.follow_up).toMatchObject({
        status: "completed",
        attempt_count: 1,
      })
    }
  )

  it("is an attempt also if there is more to settle, and one with what follows", async () => {
    const { order_id } = three()
    await settle(shop, order_id, { deed: { kind: "remove", units: 1 } })
    const { short, confirm } = await callOf(order_id)
    expect(short.follow_up).toMatchObject({ status: "open", ...CONTACT })
    expect(confirm.follow_up).toMatchObject(CONTACT)
    await settle(shop, order_id, { deed: { kind: "remove", units: 2 } })
    expect((await callOf(order_id)).short).toMatchObject({
      follow_up: { status: "completed", attempt_count: 1 },
      attempts: [{ outcome: "reached" }],
    })
  })

  it("is none if it was not carried out", async () => {
    const { order_id } = three()
    await shop
      .post(`/admin/shortages/orders/${order_id}/settlements`, {
        line_item_id: await lineOf(shop, order_id),
        deed: { kind: "remove", units: 4 },
      })
      .expect(400)
    const { short, confirm } = await callOf(order_id)
    expect([short, confirm]).toMatchObject([
      { follow_up: { attempt_count: 0, responded_at: null }, attempts: [] },
      { follow_up: { attempt_count: 0, responded_at: null }, attempts: [] },
    ])
  })

  it.each([
    ["accept", "completed"],
    ["refuse", "open"],
  ])(
    "is one attempt if an offer is answered on the phone: %s",
    async (said, status) => {
      const { order_id } = prepared()
      const { id, alternatives } = await offer()
      await answer(id, {
        answer: said,
        alternative_id: said === "accept" ? alternatives[0]?.id : undefined,
      }).expect(200)
      const { short, confirm } = await callOf(order_id)
      expect(short.follow_up).toMatchObject({ status, ...CONTACT })
      expect(confirm.follow_up).toMatchObject({ status: "open", ...CONTACT })
    }
  )

  describe("a customer who answers by the link while the call waits for their reply", () => {
    const written = async (order_id: string) => {
      const { confirm } = await callOf(order_id)
      await shop
        .post(`/admin/follow-ups/${confirm.follow_up.id}/attempts`, {
          channel: "email",
          outcome: "message_sent",
        })
        .expect(200)
      const call = await callOf(order_id)
      expect([call.short, call.confirm]).toMatchObject([
        { follow_up: { status: "waiting" } },
        { follow_up: { status: "waiting" } },
      ])
    }
    const BACK = {
      follow_up: { status: "open", attempt_count: 1, first_contact_at: null },
      activities: expect.arrayContaining([
        expect.objectContaining({
          kind: "resumed",
          actor: null,
          data: { by_customer: true },
        }),
      ]),
    }

    it("ends that wait at once, and is named, and nobody has called them", async () => {
      const { order_id } = prepared()
      await written(order_id)
      const { link, alternatives } = await offer()
      await send(link, `accept:${alternatives[0]?.id}`).expect(303)

      const { short, confirm } = await callOf(order_id)
      expect(confirm).toMatchObject(BACK)
      expect(short.follow_up).toMatchObject({
        status: "completed",
        outcome: "replaced",
        attempt_count: 1,
        first_contact_at: null,
      })
      expect(
        short.activities.find(({ kind }) => kind === "completed")
      ).toMatchObject({
        actor: null,
        data: { outcome: "replaced", by_customer: true },
      })
      const { body } = await shop
        .get("/admin/follow-ups?tab=now&limit=100")
        .expect(200)
      expect(JSON.stringify(body.follow_ups)).toContain(confirm.follow_up.id)
    })

    it("ends it although there is more to settle, or by a refusal", async () => {
      const { order_id } = prepared()
      await written(order_id)
      const { link } = await offer()
      await send(link, "refuse").expect(303)
      const { short, confirm } = await callOf(order_id)
      expect([short, confirm]).toMatchObject([BACK, BACK])
      expect(
        await shop.container
          .resolve(SHORTAGE_MODULE)
          .readOffers({ order_ids: [order_id] })
      ).toMatchObject([{ status: "answered" }])
    })
  })
}
