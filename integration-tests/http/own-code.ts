import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  cancelTaskWorkflow,
  openFollowUpsWorkflow,
  recordAttemptWorkflow,
} from "../../src/workflows"
import { placeOrder, taskOf } from "../shop/place-order"
import type { TestShop } from "../shop/test-shop"

export function ownCode(shop: TestShop): void {
  it("opens tasks once for each dedupe_key, attempts and cancels them", async () => {
    const { container } = shop
    const follow_ups = [
      {
        type: "confirm_order",
        dedupe_key: "imported:7",
        customer_name: "Import",
        phone: "067 123 45 67",
        country_code: "UA",
      },
    ]
    const open = () =>
      openFollowUpsWorkflow(container).run({ input: { follow_ups } })
    const [id = ""] = (await open()).result.ids

    expect((await open()).result.ids).toEqual([])
    await recordAttemptWorkflow(container).run({
      input: { id, actor_id: null, channel: "sms", outcome: "message_sent" },
    })
    await cancelTaskWorkflow(container).run({
      input: { id, actor_id: null, reason: "not_needed" },
    })
    const { body } = await shop.get(`/admin/follow-ups/${id}`).expect(200)
    expect(body.follow_up).toMatchObject({
      status: "canceled",
      phone_e164: "+380671234567",
      attempt_count: 1,
    })
  })

  it("is told what is wrong with a type that nobody has defined", async () => {
    await expect(
      openFollowUpsWorkflow(shop.container).run({
        input: { follow_ups: [{ type: "feed_the_cat" }] },
      })
    ).rejects.toMatchObject({
      message:
        'type was "feed_the_cat"; it may be one of confirm_order, complete_contact',
    })
  })

  it("reaches the order, the customer and the assignee through links", async () => {
    const order = await placeOrder(shop)
    const task = await taskOf(shop, order.id)
    await shop.post(`/admin/follow-ups/${task.id}/claim`).expect(200)
    const query = shop.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "follow_up_task",
      fields: ["id", "order.display_id", "customer.email", "user.email"],
      filters: { id: task.id },
    })

    expect(data[0]).toMatchObject({
      order: { display_id: order.display_id },
      customer: { email: "olena@mail.example" },
      user: { email: "owner@shop.example" },
    })
  })
}
