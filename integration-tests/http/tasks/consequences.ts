import { changeConfirm } from "../../shop/confirm-playbook"
import { fulfill } from "../../shop/fulfill"
import { orderOnSheet } from "../../shop/order-on-sheet"
import { placedOnce, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"

const ROOT = "/admin/follow-ups"

/** What a call means for its order. */
export function consequences(shop: TestShop): void {
  const placed = placedOnce(shop)

  const end = async (complete_with: string) =>
    await shop
      .post(`${ROOT}/${placed().task.id}/attempts`, {
        channel: "phone",
        outcome: "reached",
        complete_with,
      })
      .expect(200)

  const noticed = async () => {
    const { body } = await shop
      .get(`${ROOT}/orders/${placed().order.id}/notices`)
      .expect(200)
    return body.order_notices
  }

  const correct = async (correction: object) => {
    await shop
      .post(`/admin/orders/${placed().order.id}`, correction)
      .expect(200)
    await shop.settle()
  }

  it("cancels an order that the customer declined, at a person's second word, once", async () => {
    const {
      order,
      task: { id },
    } = placed()
    const declined = await end("declined")
    expect(declined.body.follow_up.when_order_off).toBe("ask")
    const statusOf = async () =>
      (await shop.get(`/admin/orders/${order.id}`).expect(200)).body.order
        .status
    expect(await statusOf()).toBe("pending")

    for (const _ of ["once", "sent again"]) {
      const { body } = await shop.post(`${ROOT}/${id}/cancel-order`).expect(200)
      expect(body.follow_up).toMatchObject({
        status: "completed",
        outcome: "declined",
      })
    }
    expect(await statusOf()).toBe("canceled")
  })

  it("has what was paid refunded, as Medusa does it", async () => {
    const { order, task } = placed()
    const path = `/admin/orders/${order.id}?fields=payment_collections.payments.id,payment_collections.payments.refunds.amount`
    const payments = async () =>
      (await shop.get(path).expect(200)).body.order.payment_collections[0]
        .payments
    const [{ id }] = await payments()
    await shop.post(`/admin/payments/${id}/capture`).expect(200)
    await end("declined")
    await shop.post(`${ROOT}/${task.id}/cancel-order`).expect(200)
    expect(await payments()).toMatchObject([
      { refunds: [{ amount: task.order_total }] },
    ])
  })

  it("does not cancel one that somebody confirmed meanwhile", async () => {
    await end("confirmed")
    const { body } = await shop
      .post(`${ROOT}/${placed().task.id}/cancel-order`)
      .expect(400)
    expect(body.code).toBe("order_stays")
  })

  it("says plainly that an order is on its way", async () => {
    await fulfill(shop, placed().order.id)
    const { body } = await shop
      .post(`${ROOT}/${placed().task.id}/cancel-order`)
      .expect(400)
    expect(body).toMatchObject({
      code: "order_fulfilled",
      message:
        "The order is being packed or is on its way: cancel its fulfillments first, or take it back as a return",
    })
  })

  it("tells whoever packs the order that it is not confirmed yet, and then nothing", async () => {
    const { id } = placed().task
    expect(await noticed()).toEqual([
      {
        label: expect.objectContaining({ en: "Not confirmed yet" }),
        level: "pending",
        task_id: id,
        task_type: "confirm_order",
        attempt_count: 0,
      },
    ])
    await end("confirmed")
    expect(await noticed()).toEqual([])
  })

  it("tells them that it was declined, until it is canceled", async () => {
    await end("declined")
    expect(await noticed()).toMatchObject([
      { level: "off", label: { en: "Declined by the customer" } },
    ])
    await shop.post(`${ROOT}/${placed().task.id}/cancel-order`).expect(200)
    expect(await noticed()).toEqual([])
  })

  it("tells them that the customer is unreachable, after how many attempts", async () => {
    const { id } = placed().task
    await shop
      .post(`${ROOT}/${id}/attempts`, { channel: "phone", outcome: "busy" })
      .expect(200)
    await shop
      .post(`${ROOT}/${id}/complete`, { outcome: "unreachable" })
      .expect(200)
    expect(await noticed()).toMatchObject([
      {
        level: "stuck",
        label: { en: "Customer unreachable" },
        attempt_count: 1,
      },
    ])
  })

  it("knows nothing of an order that does not exist", async () => {
    const { body } = await shop.get(`${ROOT}/orders/order_none/notices`)
    expect(body.order_notices).toEqual([])
  })

  it("follows the playbook in what comes after a declined order", async () => {
    await changeConfirm(shop, { when_order_off: "cancel" })
    await until(
      async () =>
        (await taskOf(shop, placed().order.id)).when_order_off === "cancel"
    )
  })

  it("has a corrected number, and what the customer wrote, on the task", async () => {
    const { order } = placed()
    await correct({
      shipping_address: { phone: "050 111 22 33", first_name: "Petro" },
      metadata: { comment: "please do not call", order_desk_note: "Gift wrap" },
    })
    const task = await taskOf(shop, order.id)
    expect(task).toMatchObject({
      phone: "050 111 22 33",
      phone_e164: "+380501112233",
      customer_comment: "please do not call",
    })
    const { body } = await shop.get(`${ROOT}/${task.id}/call-sheet`).expect(200)
    expect(orderOnSheet(body.call_sheet)).toMatchObject({
      note: "please do not call",
      desk_note: "Gift wrap",
      recipient: {
        name: expect.stringContaining("Petro"),
        phone: "050 111 22 33",
      },
    })
  })
}
