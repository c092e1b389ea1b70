import { Modules } from "@medusajs/framework/utils"
import type { AdminShortageOffer } from "../../../src/api/admin/shortages/types"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import { moneyText } from "../../../src/money"
import { settleShortageWorkflow } from "../../../src/workflows"
import { CARD } from "../../shop/card-provider"
import { heldUp } from "../../shop/held-up"
import { tasksOf } from "../../shop/place-order"
import {
  capture,
  paymentsOf,
  pendingOf,
  refundsOf,
  settle,
  settlements,
  lineOf,
  snapshot,
  takeCards,
  twoThousand,
} from "../../shop/settle"
import type { TestShop } from "../../shop/test-shop"

export function settlingMoney(shop: TestShop): void {
  const dueTask = async (order_id: string, due: string) => {
    await shop.settle()
    return (await tasksOf(shop, order_id)).find(({ type }) => type === due)
  }

  const refundOf = async (order_id: string) =>
    await dueTask(order_id, "refund_due")

  const paymentDueOf = async (order_id: string) =>
    await dueTask(order_id, "payment_due")

  const previewOf = async (order_id: string, body: object): Promise<object> => {
    const answer = await shop
      .post(`${settlements(order_id)}/preview`, {
        line_item_id: await lineOf(shop, order_id),
        ...body,
      })
      .expect(200)
    return answer.body.settlement
  }

  describe("on delivery,", () => {
    const prepared = shop.preparedOnce(async () => await twoThousand(shop))

    it("is what the courier collects, of cash on delivery", async () => {
      const { order_id, at } = prepared()
      const deed = at(2_130)
      const preview = await previewOf(order_id, { deed })
      const settled = await settle(shop, order_id, { deed })

      expect(settled).toMatchObject({
        total_before: 2_000,
        total_after: 2_130,
        money: { kind: "collect", amount: 2_130 },
        warnings: [],
      })
      expect(preview).toEqual({ ...settled, change_id: null })
      expect(await pendingOf(shop, order_id)).toBe(2_130)
      expect(await refundOf(order_id)).toBeUndefined()
    })

    it("is returned, if more was captured than it costs now", async () => {
      const { order_id, at } = prepared()
      const deed = at(1_850)
      await capture(shop, order_id)
      const preview = await previewOf(order_id, { deed })
      const settled = await settle(shop, order_id, { deed })

      expect(settled).toMatchObject({
        total_after: 1_850,
        money: { kind: "refund_due", amount: 150 },
      })
      expect(preview).toEqual({ ...settled, change_id: null })
      const task = await refundOf(order_id)
      expect(task).toMatchObject({
        status: "open",
        data: { amount: 150, currency_code: "uah" },
      })
      const { body } = await shop
        .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
        .expect(200)
      const told: { script: string | null }[] = body.call_sheet.tasks
      expect(told.some(({ script }) => script?.includes("150"))).toBe(true)
      expect(body.call_sheet.sections).toContainEqual(
        expect.objectContaining({ section: "money_due", task_ids: [task?.id] })
      )

      // Medusa's refund completes it, and nothing opens it again.
      const [payment] = await paymentsOf(shop, order_id)
      await shop
        .post(`/admin/payments/${payment?.id}/refund`, { amount: 150 })
        .expect(200)
      expect(await refundOf(order_id)).toMatchObject({
        id: task?.id,
        status: "completed",
        outcome: "refunded",
      })
      await shop.reconcile()
      expect(await refundOf(order_id)).toMatchObject({ status: "completed" })
      // In the name of whoever gave it, who spoke to nobody.
      const { body: detail } = await shop
        .get(`/admin/follow-ups/${task?.id}`)
        .expect(200)
      expect(detail.activities).toContainEqual(
        expect.objectContaining({
          kind: "completed",
          actor: expect.objectContaining({ name: shop.agent().name }),
        })
      )
    })

    it("is returned from the sheet, once, although two agents press", async () => {
      const { order_id, at } = prepared()
      const deed = at(1_850)
      const refund = (amount: number, agent = 0) =>
        shop.post(
          `/admin/shortages/orders/${order_id}/refund`,
          { amount },
          shop.agent(agent)
        )
      await capture(shop, order_id)
      expect((await refund(150)).body.code).toBe("refund_changed")
      await settle(shop, order_id, { deed })
      const early = await refund(100).expect(400)
      expect(early.body).toMatchObject({
        code: "refund_changed",
        values: { was: 100, due: 150 },
      })

      const answers = await Promise.all([refund(150), refund(150, 1)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      expect(await refundOf(order_id)).toMatchObject({
        status: "completed",
        outcome: "refunded",
      })
      expect(await pendingOf(shop, order_id)).toBe(0)
      expect(await refundsOf(shop, order_id)).toEqual([150])
    })

    it("is not returned from the sheet, if Medusa has captured nothing", async () => {
      const { order_id, at } = prepared()
      const deed = at(1_850)
      await shop.container
        .resolve(Modules.ORDER)
        .addOrderTransactions({ order_id, amount: 2_000, currency_code: "uah" })
      await settle(shop, order_id, { deed })
      const refused = await shop
        .post(`/admin/shortages/orders/${order_id}/refund`, { amount: 150 })
        .expect(400)
      expect(refused.body.code).toBe("nothing_captured")
    })

    it("is returned once, however often the order is changed", async () => {
      const { order_id, at } = prepared()
      const deed = at(1_850)
      await capture(shop, order_id)
      await settle(shop, order_id, { deed })
      const task = await refundOf(order_id)
      // By hand, which Medusa does not know of.
      await shop
        .post(`/admin/follow-ups/${task?.id}/complete`, { outcome: "refunded" })
        .expect(200)
      const { lines } = await snapshot(shop, order_id)
      expect(lines).toMatchObject([{ unit_price: 1_730 }])

      await settle(shop, order_id, {
        deed: {
          ...deed,
          by: deed.by.map((one) => ({ ...one, unit_price: 1_680 })),
        },
      })
      expect(await pendingOf(shop, order_id)).toBe(-200)
      expect(await refundOf(order_id)).toMatchObject({
        id: task?.id,
        status: "open",
        data: { amount: 50 },
      })
    })

    it("is no longer due once the order costs what was paid", async () => {
      const { order_id, at } = prepared()
      await capture(shop, order_id)
      await settle(shop, order_id, { deed: at(1_850) })
      await settle(shop, order_id, { deed: at(2_000) })
      expect(await refundOf(order_id)).toMatchObject({
        status: "canceled",
        cancel_reason: "order_changed",
      })
    })

    it("is returned, too, when the order is canceled afterwards", async () => {
      const { order_id, at } = prepared()
      const deed = at(1_850)
      await capture(shop, order_id)
      await settle(shop, order_id, { deed })
      await shop.post(`/admin/orders/${order_id}/cancel`).expect(200)
      await shop.reconcile()

      // Medusa has recorded all of it as refunded: a person sees that it was.
      expect(await refundOf(order_id)).toMatchObject({
        status: "open",
        data: { amount: 0 },
      })
    })
  })

  describe("by card,", () => {
    const prepared = shop.preparedOnce(async () => {
      await takeCards(shop)
      return await twoThousand(shop, CARD)
    })

    it.each([
      ["lower", 1_850],
      ["higher", 2_130],
    ])(
      "is due anew of an authorized card, if the total is %s, which is said before",
      async (_, total) => {
        const { order_id, at } = prepared()
        const deed = at(total)
        const preview = await previewOf(order_id, { deed })
        const settled = await settle(shop, order_id, { deed })

        expect(settled).toMatchObject({
          total_after: total,
          money: { kind: "due", amount: total },
          warnings: [{ code: "payment_canceled", amount: 2_000 }],
        })
        expect(preview).toEqual({ ...settled, change_id: null })
        const { collections } = await snapshot(shop, order_id)
        expect(collections).toMatchObject([
          { status: "canceled", payments: [{ canceled: true }] },
          { status: "not_paid", amount: total, payments: [] },
        ])
      }
    )

    it.each([
      ["the rest is due", 2_130, { kind: "due", amount: 130 }, [130]],
      ["the rest is returned", 1_850, { kind: "refund_due", amount: 150 }, []],
    ])(
      "is captured first, if the agent says so: %s",
      async (_, total, money, to_pay) => {
        const { order_id, at } = prepared()
        const deed = at(total)
        const body = { deed, capture_first: true }
        const preview = await previewOf(order_id, body)
        const settled = await settle(shop, order_id, body)

        expect(settled).toMatchObject({
          total_after: total,
          money,
          warnings: [],
        })
        expect(preview).toEqual({ ...settled, change_id: null })
        expect(await paymentsOf(shop, order_id)).toMatchObject([
          { captured_at: expect.anything(), canceled_at: null },
        ])
        const { collections } = await snapshot(shop, order_id)
        expect(
          collections.flatMap(
            ({ status, amount }: { status: string; amount: number }) =>
              status === "not_paid" ? [amount] : []
          )
        ).toEqual(to_pay)
      }
    )

    it("is captured as far as it was not, if the agent says so", async () => {
      const { order_id, at } = prepared()
      const [payment] = await paymentsOf(shop, order_id)
      await shop
        .post(`/admin/payments/${payment?.id}/capture`, { amount: 500 })
        .expect(200)
      const body = { deed: at(1_850), capture_first: true }
      const preview = await previewOf(order_id, body)
      const settled = await settle(shop, order_id, body)

      expect(settled.money).toEqual({ kind: "refund_due", amount: 150 })
      expect(preview).toEqual({ ...settled, change_id: null })
    })

    /** It makes the order dearer. */
    const offer = async (): Promise<AdminShortageOffer> => {
      const { order_id, at } = prepared()
      const { body } = await shop
        .post(`/admin/shortages/orders/${order_id}/offers`, {
          line_item_id: await lineOf(shop, order_id),
          units: 1,
          alternatives: at(1_850).by.map(
            ({ variant_id, location_id, quantity }) => ({
              variant_id,
              location_id,
              quantity,
              price: "listed",
            })
          ),
        })
        .expect(200)
      return body.offer
    }

    const answerByLink = (link: string | null, body: object) => {
      const token = new URL(link ?? "").pathname.split("/").at(-1) ?? ""
      return shop.customer
        .post(`/store/offers/${token}`)
        .set("x-publishable-api-key", shop.wares.publishable_key)
        .send(body)
    }

    const CAPTURED = [{ captured_at: expect.anything(), canceled_at: null }]
    const AUTHORIZED = [{ captured_at: null, canceled_at: null }]

    it.each(["by phone", "by the link"])(
      "is captured first where an offer is accepted %s, if that was chosen on it",
      async (how) => {
        const { order_id } = prepared()
        const { id, link, alternatives } = await offer()
        const chosen = await shop
          .post(`/admin/shortages/offers/${id}`, { capture_first: true })
          .expect(200)
        expect(chosen.body.offer).toMatchObject({ id, capture_first: true })

        const accept = {
          answer: "accept",
          alternative_id: alternatives[0]?.id,
        }
        await (
          how === "by phone"
            ? shop.post(`/admin/shortages/offers/${id}/answer`, accept)
            : answerByLink(link, accept)
        ).expect(200)
        expect(await paymentsOf(shop, order_id)).toMatchObject(CAPTURED)
        const late = await shop
          .post(`/admin/shortages/offers/${id}`, { capture_first: false })
          .expect(400)
        expect(late.body.code).toBe("offer_closed")
      }
    )

    it("is captured or not as the answer by phone says, whatever was chosen on the offer", async () => {
      const { order_id } = prepared()
      const { id, alternatives } = await offer()
      const body = { answer: "accept", alternative_id: alternatives[0]?.id }
      await shop
        .post(`/admin/shortages/offers/${id}`, { capture_first: true })
        .expect(200)
      await shop
        .post(`/admin/shortages/offers/${id}/answer`, {
          ...body,
          capture_first: false,
        })
        .expect(200)
      expect(await paymentsOf(shop, order_id)).toMatchObject([
        { captured_at: null, canceled_at: expect.anything() },
      ])
    })

    it("is captured first although whoever took the answer never carried it out", async () => {
      const { order_id } = prepared()
      const { id, alternatives } = await offer()
      const shortage = shop.container.resolve(SHORTAGE_MODULE)
      const slow = heldUp(shortage, "beginSettlement")
      const answer = shop
        .post(`/admin/shortages/offers/${id}/answer`, {
          answer: "accept",
          alternative_id: alternatives[0]?.id,
          capture_first: true,
        })
        .then((answered) => answered)
      await slow.reached
      // As if it had been killed, it leaves no lock behind in its memory.
      await shop.container.resolve(Modules.LOCKING).releaseAll()

      shop.clock.advance(3)
      await shop.reconcile()
      const payments = await paymentsOf(shop, order_id)
      slow.goOn()
      expect((await answer).body.code).toBe("answer_overtaken")
      expect(payments).toMatchObject(CAPTURED)
      const [settlement] = await shortage.readSettlements([order_id])
      expect(settlement).toMatchObject({ offer_id: id, state: "done" })
    })

    it("is not captured where the customer only waits", async () => {
      const { order_id } = prepared()
      const { id, link } = await offer()
      await shop
        .post(`/admin/shortages/offers/${id}`, { capture_first: true })
        .expect(200)
      await answerByLink(link, { answer: "notify" }).expect(200)
      expect(await paymentsOf(shop, order_id)).toMatchObject(AUTHORIZED)
    })

    const acceptByLink = async ({ link, alternatives }: AdminShortageOffer) => {
      await answerByLink(link, {
        answer: "accept",
        alternative_id: alternatives[0]?.id,
      }).expect(200)
    }

    /** What is yet to be paid is marked as paid, as on the order's page. */
    const markAsPaid = async (order_id: string) => {
      const { body } = await shop
        .get(`/admin/orders/${order_id}?fields=*payment_collections`)
        .expect(200)
      const left = body.order.payment_collections.find(
        ({ status }: { status: string }) => status === "not_paid"
      )
      await shop
        .post(`/admin/payment-collections/${left?.id}/mark-as-paid`, {
          order_id,
        })
        .expect(200)
    }

    it.each([
      ["what the lost authorization leaves", false, 2_120],
      ["what a captured order costs more", true, 120],
    ])(
      "is asked for by the desk once a customer has chosen by the link: %s",
      async (_, capture_first, amount) => {
        const { order_id } = prepared()
        const made = await offer()
        await shop
          .post(`/admin/shortages/offers/${made.id}`, { capture_first })
          .expect(200)
        await acceptByLink(made)

        const task = await paymentDueOf(order_id)
        expect(task).toMatchObject({
          status: "open",
          data: { amount, currency_code: "uah" },
        })
        const { body } = await shop
          .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
          .expect(200)
        const told: { script: string | null }[] = body.call_sheet.tasks
        // In the customer's language.
        const total = moneyText(amount, "uah", "uk", { short: false })
        expect(told.some(({ script }) => script?.includes(total))).toBe(true)
        expect(body.call_sheet.sections).toContainEqual(
          expect.objectContaining({
            section: "money_due",
            task_ids: [task?.id],
            data: expect.objectContaining({ direction: "payment", amount }),
          })
        )
        // Whoever packs the order is told, too.
        const notices = await shop
          .get(`/admin/follow-ups/orders/${order_id}/notices`)
          .expect(200)
        expect(notices.body.order_notices).toContainEqual(
          expect.objectContaining({
            label: expect.objectContaining({ en: "Not fully paid yet" }),
          })
        )

        await markAsPaid(order_id)
        expect(await paymentDueOf(order_id)).toMatchObject({
          id: task?.id,
          status: "completed",
          outcome: "paid",
        })
        await shop.reconcile()
        expect(await paymentDueOf(order_id)).toMatchObject({
          status: "completed",
        })
      }
    )

    it("is asked for by no task where an agent was told on the phone", async () => {
      const { order_id } = prepared()
      const { id, alternatives } = await offer()
      await shop
        .post(`/admin/shortages/offers/${id}/answer`, {
          answer: "accept",
          alternative_id: alternatives[0]?.id,
        })
        .expect(200)
      expect(await pendingOf(shop, order_id)).toBe(2_120)
      expect(await paymentDueOf(order_id)).toBeUndefined()
    })

    it("is no longer asked for once the order is changed so that nothing is due, although nobody has told the desk", async () => {
      const { order_id, at } = prepared()
      const made = await offer()
      await shop
        .post(`/admin/shortages/offers/${made.id}`, { capture_first: true })
        .expect(200)
      await acceptByLink(made)
      expect(await paymentDueOf(order_id)).toMatchObject({ status: "open" })

      await settle(shop, order_id, { deed: at(2_000) })
      expect(await paymentDueOf(order_id)).toMatchObject({
        status: "canceled",
        cancel_reason: "order_changed",
      })
    })

    it("is no longer asked for once the order is canceled", async () => {
      const { order_id } = prepared()
      await acceptByLink(await offer())
      await shop.post(`/admin/orders/${order_id}/cancel`).expect(200)
      expect(await paymentDueOf(order_id)).toMatchObject({
        status: "canceled",
        cancel_reason: "order_canceled",
      })
      await shop.reconcile()
      expect(await paymentDueOf(order_id)).toMatchObject({
        status: "canceled",
      })
    })

    it("is known to be paid although its event was lost", async () => {
      const { order_id } = prepared()
      await acceptByLink(await offer())
      expect(await paymentDueOf(order_id)).toMatchObject({ status: "open" })
      await shop.container.resolve(Modules.ORDER).addOrderTransactions({
        order_id,
        amount: 2_120,
        currency_code: "uah",
      })
      await shop.reconcile()
      expect(await paymentDueOf(order_id)).toMatchObject({
        status: "completed",
        outcome: "paid",
      })
    })

    it.each(["was taken back meanwhile", "waits for another of the order"])(
      "is not captured for what %s",
      async (why) => {
        const { order_id, at } = prepared()
        const line_item_id = await lineOf(shop, order_id)
        const is_taken_back = why === "was taken back meanwhile"
        const now = shop.clock.now()
        const shortage = shop.container.resolve(SHORTAGE_MODULE)
        const offered = await offer()
        if (!is_taken_back) {
          await shortage.beginSettlement(
            {
              order_id,
              line_item_id,
              deed: { kind: "remove", units: 1 },
              actor_id: null,
              offer_id: null,
              before: NOTHING,
            },
            now
          )
        }
        await expect(
          settleShortageWorkflow(shop.container).run({
            input: {
              order_id,
              line_item_id,
              actor_id: null,
              offer_id: offered.id,
              answered_at: is_taken_back ? now : null,
              capture_first: true,
              deed: at(1_850),
            },
          })
        ).rejects.toMatchObject({
          code: is_taken_back ? "answer_overtaken" : "settlement_unfinished",
        })
        expect(await paymentsOf(shop, order_id)).toMatchObject([
          { captured_at: null, canceled_at: null },
        ])
      }
    )

    it("leaves the order as it was if it cannot be captured", async () => {
      const { order_id, at } = prepared()
      const before = await snapshot(shop, order_id)
      const [payment] = await paymentsOf(shop, order_id)
      const slow = heldUp(
        shop.container.resolve(SHORTAGE_MODULE),
        "beginSettlement"
      )
      const answer = shop
        .post(settlements(order_id), {
          line_item_id: await lineOf(shop, order_id),
          deed: at(1_850),
          capture_first: true,
        })
        .then((answered) => answered)
      await slow.reached
      await shop.container
        .resolve(Modules.PAYMENT)
        .cancelPayment(payment?.id ?? "")
      slow.goOn()

      expect((await answer).body.code).toBe("settlement_failed")
      expect((await snapshot(shop, order_id)).lines).toEqual(before.lines)
      const settled = await settle(shop, order_id, { deed: at(1_850) })
      expect(settled.total_after).toBe(1_850)
    })

    it("stays authorized where the order itself does not change", async () => {
      const { order_id } = prepared()
      await settle(shop, order_id, {
        deed: { kind: "part_delivery", units: 1 },
      })
      expect(await paymentsOf(shop, order_id)).toMatchObject([
        { canceled_at: null },
      ])
    })
  })
}

const NOTHING = {
  total: 0,
  discount_total: 0,
  goods: 0,
  pending: 0,
  authorized: 0,
}
