import { Modules } from "@medusajs/framework/utils"
import type { RetryRules } from "../../../src/api/admin/follow-ups/playbooks/types"
import type { AdminFollowUp } from "../../../src/api/admin/follow-ups/types"
import {
  askFirst,
  changeConfirm,
  confirmPlaybook,
} from "../../shop/confirm-playbook"
import { fulfill } from "../../shop/fulfill"
import { placedOnce, placeOrder, taskOf, tasksOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"

const WRONG = "067 123 45 67"
const RIGHT = "+380509876543"

/** In the future on any day on which this runs. */
const MONDAY_NOON = "2030-11-25T12:00+02:00"

export function attemptsUsedUp(shop: TestShop): void {
  const placed = placedOnce(shop)

  const setRetry = async (retry: Partial<RetryRules>): Promise<void> => {
    const { definition } = await confirmPlaybook(shop)
    await changeConfirm(shop, { retry: { ...definition.retry, ...retry } })
  }

  const attempt = async (
    id: string,
    outcome: string
  ): Promise<AdminFollowUp> => {
    const { body } = await shop
      .post(`/admin/follow-ups/${id}/attempts`, { channel: "phone", outcome })
      .expect(200)
    return body.follow_up
  }

  /** A task whose order may be canceled: its only attempt was not answered. */
  const usedUp = async () => {
    await setRetry({ max_attempts: 1, fallback: { kind: "cancel_order" } })
    const { order, task } = placed()
    await attempt(task.id, "no_answer")
    return { order, id: task.id }
  }

  it("climbs the ladder: half an hour, two hours, the next working morning", async () => {
    const { id } = placed().task
    shop.clock.set(MONDAY_NOON)
    const waited: (string | null)[] = []
    for (let call = 0; call < 3; call++) {
      const task = await attempt(id, "no_answer")
      waited.push(task.waiting_until)
      shop.clock.set(new Date(Date.parse(task.waiting_until ?? "") + 60_000))
      await shop.tick()
    }

    expect(waited).toEqual([
      "2030-11-25T10:30:00.000Z",
      "2030-11-25T12:31:00.000Z",
      "2030-11-26T07:00:00.000Z",
    ])
    expect(await attempt(id, "no_answer")).toMatchObject({
      status: "open",
      fallback: "message_customer",
    })
  })

  it("cancels the order at a person's word once nobody was reached", async () => {
    await setRetry({ max_attempts: 1, fallback: { kind: "cancel_order" } })
    const {
      order,
      task: { id },
    } = placed()
    await attempt(id, "no_answer")
    const { body } = await shop
      .post(`/admin/follow-ups/${id}/cancel-order`)
      .expect(200)

    expect(body.follow_up).toMatchObject({
      status: "canceled",
      cancel_reason: "order_canceled",
      fallback: null,
    })
    const canceled = await shop.get(`/admin/orders/${order.id}`).expect(200)
    expect(canceled.body.order.status).toBe("canceled")
  })

  it("cancels the order once, in the name of who says so", async () => {
    const { id } = await usedUp()
    const send = () =>
      shop
        .post(`/admin/follow-ups/${id}/cancel-order`)
        .set("Idempotency-Key", "cancel-once")
    const answers = await Promise.all([send(), send()])
    answers.push(await send())
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])

    const activities = await shop.followUp.listFollowUpActivities({
      task_id: id,
      kind: "canceled",
    })
    expect(activities).toMatchObject([{ data: { reason: "order_canceled" } }])
    expect(activities[0]?.actor_id).toEqual(expect.any(String))
  })

  it("brings the task back where Medusa cannot cancel the order", async () => {
    const { order, id } = await usedUp()
    await fulfill(shop, order.id)
    await shop.post(`/admin/follow-ups/${id}/cancel-order`).expect(400)

    expect(await taskOf(shop, order.id)).toMatchObject({
      id,
      status: "open",
      fallback: "cancel_order",
    })
  })

  it("leaves both canceled where what follows the order's cancellation fails", async () => {
    const { order, id } = await usedUp()
    const outbox = jest
      .spyOn(shop.followUp, "takeOutbox")
      .mockRejectedValue(new Error("The database is gone"))
    const { body } = await shop
      .post(`/admin/follow-ups/${id}/cancel-order`)
      .expect(200)
    expect(outbox).toHaveBeenCalled()
    outbox.mockRestore()

    expect(body.follow_up.status).toBe("canceled")
    const canceled = await shop.get(`/admin/orders/${order.id}`).expect(200)
    expect(canceled.body.order.status).toBe("canceled")
  })

  it("leaves a task that somebody completed meanwhile, and its order", async () => {
    const { order, id } = await usedUp()
    await shop
      .post(`/admin/follow-ups/${id}/complete`, { outcome: "confirmed" })
      .expect(200)
    await shop.post(`/admin/follow-ups/${id}/cancel-order`).expect(400)

    const kept = await shop.get(`/admin/orders/${order.id}`).expect(200)
    expect(kept.body.order.status).toBe("pending")
  })

  it("finds the order canceled where somebody did so in Medusa, and the event was lost", async () => {
    const { order, id } = await usedUp()
    await shop.container.resolve(Modules.ORDER).cancel(order.id)
    const { body } = await shop
      .post(`/admin/follow-ups/${id}/cancel-order`)
      .expect(200)

    expect(body.follow_up).toMatchObject({
      status: "canceled",
      cancel_reason: "order_canceled",
    })
    const [activity] = await shop.followUp.listFollowUpActivities({
      task_id: id,
      kind: "canceled",
    })
    expect(activity?.actor_id).toBeNull()
  })

  it("is closed by the reconciler where a crash came after the order's cancellation", async () => {
    const { order, id } = await usedUp()
    await shop.container.resolve(Modules.ORDER).cancel(order.id)
    await shop.reconcile()
    expect(await taskOf(shop, order.id)).toMatchObject({
      id,
      status: "canceled",
      cancel_reason: "order_canceled",
    })
  })

  it("is opened again where an older version was cut short before the order's cancellation", async () => {
    const { order, id } = await usedUp()
    const kept = await placeOrder(shop)
    const other = await taskOf(shop, kept.id)
    for (const task_id of [id, other.id]) {
      await shop.followUp.runCommand(
        {
          task_id,
          command: { kind: "cancel", reason: "order_canceled", note: null },
          actor_id: shop.agent().id,
        },
        shop.clock.now()
      )
    }
    // That version marked such tasks with the fallback, by which the upgrade
    // finds them.
    await shop.followUp.updateFollowUpTasks({ id, fallback: "cancel_order" })
    await shop.followUp.keepFailed(
      "order",
      [order.id, kept.id],
      shop.clock.now()
    )
    await shop.reconcile()

    expect(await taskOf(shop, order.id)).toMatchObject({ id, status: "open" })
    expect(await taskOf(shop, kept.id)).toMatchObject({ status: "canceled" })
  })

  it("hands the task over", async () => {
    const colleague = shop.agent(2)
    await setRetry({
      max_attempts: 1,
      fallback: { kind: "hand_over", assignee_id: colleague.id },
    })
    const { id } = placed().task

    expect(await attempt(id, "busy")).toMatchObject({
      status: "open",
      fallback: "hand_over",
      assignee: { id: colleague.id },
    })
  })

  it("stops calling a wrong number, asks for another, and goes on with it", async () => {
    const order = await placeOrder(shop, { phone: WRONG })
    const call = await taskOf(shop, order.id)
    expect(await attempt(call.id, "wrong_number")).toMatchObject({
      status: "waiting",
      waiting_reason: "new_number",
      waiting_until: null,
      wrong_phones: [WRONG],
    })
    const ask = await taskOf(shop, order.id, "complete_contact")
    await shop
      .post(`/admin/follow-ups/${ask.id}/complete`, {
        outcome: "number_received",
        phone: RIGHT,
      })
      .expect(200)
    await until(async () => (await taskOf(shop, order.id)).status === "open")

    expect(await taskOf(shop, order.id)).toMatchObject({
      id: call.id,
      phone: RIGHT,
      phone_e164: RIGHT,
    })
    expect(await tasksOf(shop, order.id)).toHaveLength(2)
  })

  it("asks for another number under the first playbook that the order meets", async () => {
    const { order, task } = placed()
    const shipping_options = order.shipping_methods?.flatMap(
      ({ shipping_option_id }) => shipping_option_id ?? []
    )
    await askFirst(
      shop,
      { id: "fuplay_courier", name: "Couriers", type: "complete_contact" },
      {
        conditions: {
          all: [
            {
              field: "shipping_option",
              operator: "is_any_of",
              value: shipping_options ?? [],
            },
            { field: "has_phone", operator: "is", value: false },
          ],
          any: [],
        },
      }
    )
    await attempt(task.id, "wrong_number")

    expect(await taskOf(shop, order.id, "complete_contact")).toMatchObject({
      playbook: { id: "fuplay_courier" },
    })
  })

  it("turns to the fallback where no other number is to be had", async () => {
    const order = await placeOrder(shop, { phone: WRONG })
    const call = await taskOf(shop, order.id)
    await attempt(call.id, "wrong_number")
    const ask = await taskOf(shop, order.id, "complete_contact")
    await shop
      .post(`/admin/follow-ups/${ask.id}/complete`, { outcome: "no_number" })
      .expect(200)
    await until(async () => (await taskOf(shop, order.id)).status === "open")

    expect(await taskOf(shop, order.id)).toMatchObject({
      fallback: "message_customer",
    })
  })
}
