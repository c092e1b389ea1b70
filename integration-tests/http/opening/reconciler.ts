import { orderOnSheet } from "../../shop/order-on-sheet"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { applyPlans } from "../../../src/workflows/desk/apply-plans"
import { recordVersions } from "../../../src/shop/records"
import { askFirst } from "../../shop/confirm-playbook"
import { canceledAt, placeOrder, taskOf, tasksOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { withoutEvents } from "../../shop/without-events"

export function reconciler(shop: TestShop): void {
  const later = () => shop.clock.advance(2)

  it("opens what a lost event should have opened, with the true time", async () => {
    const order = await withoutEvents(shop, () => placeOrder(shop))
    await shop.settle()
    expect(await tasksOf(shop, order.id)).toEqual([])
    later()
    await shop.reconcile()
    await shop.reconcile()

    expect(await tasksOf(shop, order.id)).toEqual([
      expect.objectContaining({
        type: "confirm_order",
        opened_at: new Date(order.created_at).toISOString(),
      }),
    ])
  })

  it("finds what was lost after a clock that was an hour ahead for a minute", async () => {
    shop.clock.advance(60)
    await shop.reconcile()
    await shop.tick()
    shop.clock.runFreely()
    const order = await withoutEvents(shop, () => placeOrder(shop))
    later()
    await shop.reconcile()

    expect(await taskOf(shop, order.id)).toMatchObject({
      opened_at: new Date(order.created_at).toISOString(),
    })
  })

  it("leaves a checkout alone that is only seconds old", async () => {
    const order = await withoutEvents(shop, () => placeOrder(shop))
    await shop.reconcile()

    expect(await tasksOf(shop, order.id)).toEqual([])
  })

  it("closes what a lost event should have closed, with the true time", async () => {
    const order = await placeOrder(shop)
    await taskOf(shop, order.id)
    await withoutEvents(shop, () =>
      shop.post(`/admin/orders/${order.id}/cancel`).expect(200)
    )
    expect(await taskOf(shop, order.id)).toMatchObject({ status: "open" })
    await shop.reconcile()

    expect(await taskOf(shop, order.id)).toMatchObject({
      status: "canceled",
      canceled_at: await canceledAt(shop, order.id),
    })
  })

  it("closes it although somebody worked on the task meanwhile", async () => {
    const order = await placeOrder(shop)
    const { id } = await taskOf(shop, order.id)
    await shop.reconcile()
    await withoutEvents(shop, () =>
      shop.post(`/admin/orders/${order.id}/cancel`).expect(200)
    )
    await shop.post(`/admin/follow-ups/${id}/claim`).expect(200)
    await shop.reconcile()

    expect(await taskOf(shop, order.id)).toMatchObject({ status: "canceled" })
  })

  it("opens the call for a number whose event was lost", async () => {
    const order = await placeOrder(shop, { phone: undefined })
    const asking = await taskOf(shop, order.id, "complete_contact")
    await withoutEvents(shop, () =>
      shop
        .post(`/admin/follow-ups/${asking.id}/complete`, {
          outcome: "number_received",
          phone: "050 765 43 21",
        })
        .expect(200)
    )
    expect(await tasksOf(shop, order.id)).toHaveLength(1)
    await shop.reconcile()

    expect(await taskOf(shop, order.id)).toMatchObject({
      type: "confirm_order",
      phone_e164: "+380507654321",
    })
  })

  it("goes on where one record cannot be synced", async () => {
    const { synced } = await applyPlans(
      new Map([
        [
          "order_broken",
          {
            open: [],
            commands: [
              { task_id: "futask_none", command: { kind: "resume" as const } },
            ],
          },
        ],
        ["order_whole", { open: [], commands: [] }],
      ]),
      { book: { playbooks: [] }, now: shop.clock.now() },
      shop.container
    )

    expect(synced).toEqual(["order_whole"])
  })

  it("opens an order's other tasks where the options no longer have a type", async () => {
    const logger = shop.container.resolve(ContainerRegistrationKeys.LOGGER)
    const warn = jest.spyOn(logger, "warn")
    const gone = { id: "fuplay_gone", name: "Payments" }
    // Each is said once, as long as the process runs.
    const type = `verify_payment_${Date.now()}`
    await askFirst(shop, gone, { conditions: { all: [], any: [] } })
    await shop.followUp.updateFollowUpPlaybooks({
      id: gone.id,
      type,
    })
    try {
      for (const order of [await placeOrder(shop), await placeOrder(shop)]) {
        const { playbook } = await taskOf(shop, order.id)
        expect(playbook.id).not.toBe(gone.id)
        expect(await tasksOf(shop, order.id)).toHaveLength(1)
      }
      const lines = warn.mock.calls.map(([line]) => String(line))
      expect(lines.filter((line) => line.includes(type))).toEqual([
        `follow-ups: the playbooks of the type "${type}" open nothing: the plugin's options have no such type`,
      ])
    } finally {
      warn.mockRestore()
    }
  })

  describe("an order that cannot be synced", () => {
    /** Until it is restored, no task of this order can be opened. */
    const refuse = (order_id: string) => {
      const openTasks = shop.followUp.openTasks.bind(shop.followUp)
      return jest
        .spyOn(shop.followUp, "openTasks")
        .mockImplementation(async (requests, ...rest) => {
          if (requests.some((request) => request.order_id === order_id)) {
            throw new Error("It cannot be opened")
          }
          return await openTasks(requests, ...rest)
        })
    }

    const twoLostOrders = () =>
      withoutEvents(
        shop,
        async () => [await placeOrder(shop), await placeOrder(shop)] as const
      )

    it("is tried again until it can, with its true time, and holds up no other", async () => {
      const [bad, good] = await twoLostOrders()
      const refusal = refuse(bad.id)
      try {
        later()
        await shop.reconcile()
        expect(await tasksOf(shop, good.id)).toHaveLength(1)
        for (let minutes = 0; minutes < 60; minutes += 20) {
          shop.clock.advance(20)
          await shop.reconcile()
        }
        expect(await tasksOf(shop, bad.id)).toEqual([])
      } finally {
        refusal.mockRestore()
      }
      shop.clock.advance(20)
      await shop.reconcile()
      await shop.reconcile()

      expect(await tasksOf(shop, bad.id)).toEqual([
        expect.objectContaining({
          opened_at: new Date(bad.created_at).toISOString(),
        }),
      ])
      expect(await shop.followUp.listFollowUpFailedRecords()).toEqual([])
    })

    it("keeps no other from being synced where what is read for all fails", async () => {
      const [bad, good] = await twoLostOrders()
      const query = shop.container.resolve(ContainerRegistrationKeys.QUERY)
      const graph = query.graph.bind(query)
      const reading = jest
        .spyOn(query, "graph")
        .mockImplementation(async (asked, ...rest) => {
          if (JSON.stringify(asked.filters)?.includes(bad.id)) {
            throw new Error("It cannot be read")
          }
          return await graph(asked, ...rest)
        })
      later()
      await shop.reconcile()
      reading.mockRestore()

      expect(await tasksOf(shop, good.id)).toHaveLength(1)
      shop.clock.advance(20)
      await shop.reconcile()
      expect(await tasksOf(shop, bad.id)).toHaveLength(1)
    })

    it("is given up after a week, and the log says so", async () => {
      const logger = shop.container.resolve(ContainerRegistrationKeys.LOGGER)
      const error = jest.spyOn(logger, "error")
      const order = await withoutEvents(shop, () => placeOrder(shop))
      const refusal = refuse(order.id)
      try {
        later()
        await shop.reconcile()
        expect(await shop.followUp.listFollowUpFailedRecords()).toMatchObject([
          { record_id: order.id },
        ])
        shop.clock.advance(8 * 24 * 60)
        await shop.reconcile()

        expect(await shop.followUp.listFollowUpFailedRecords()).toEqual([])
        expect(error.mock.calls.at(-1)?.[0]).toBe(
          `follow-ups: ${order.id} could not be synced for a week and is given up; call the customer by hand`
        )
      } finally {
        refusal.mockRestore()
        error.mockRestore()
      }
    })
  })

  it("cancels the task of an order that was deleted", async () => {
    const order = await placeOrder(shop)
    const { id } = await taskOf(shop, order.id)
    await shop.container.resolve(Modules.ORDER).deleteOrders([order.id])
    const sheet = await shop
      .get(`/admin/follow-ups/${id}/call-sheet`)
      .expect(200)
    expect(orderOnSheet(sheet.body.call_sheet)).toBeNull()
    await shop.reconcile()

    expect(await taskOf(shop, order.id)).toMatchObject({
      status: "canceled",
      cancel_reason: "order_deleted",
    })
  })

  it("finds customers whose event was lost, and their number", async () => {
    const { body } = await withoutEvents(shop, () =>
      shop.post("/admin/customers", { email: "lost@mail.example" }).expect(200)
    )
    const path = `/admin/follow-ups?customer_id=${body.customer.id}`
    later()
    await shop.reconcile()
    const [opened] = (await shop.get(path)).body.follow_ups
    expect(opened).toMatchObject({
      type: "complete_contact",
      opened_at: new Date(body.customer.created_at).toISOString(),
    })
    await withoutEvents(shop, () =>
      shop
        .post(`/admin/customers/${body.customer.id}`, {
          phone: "+380671234567",
        })
        .expect(200)
    )
    await shop.reconcile()

    expect((await shop.get(path)).body.follow_ups[0]).toMatchObject({
      status: "completed",
    })
  })

  it("tells two changes of a customer within a second apart", async () => {
    const customers = shop.container.resolve(Modules.CUSTOMER)
    const { id } = await customers.createCustomers({ email: "quick@mail.test" })
    const { updated_at } = await customers.retrieveCustomer(id)

    const versions = await recordVersions("customer", [id], shop.container)
    expect(versions.get(id)).toEqual(new Date(updated_at))
  })

  it("opens nothing for orders older than the plugin's first start", async () => {
    const order = await withoutEvents(shop, () => placeOrder(shop))
    await shop.followUp.deleteFollowUpWatermarks([
      "first_start",
      "orders",
      "customers",
    ])
    later()
    await shop.reconcile()
    await shop.follow(order.id)

    expect(await tasksOf(shop, order.id)).toEqual([])
  })
}
