import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CONDITION_FIELDS } from "../../../src/modules/follow-up/rules/playbooks/conditions"
import type { OpeningFacts } from "../../../src/modules/follow-up/opening/opening-facts"
import { SAFE_ORDER_CHECKS } from "../../../src/desk/playbook"
import { syncCustomersWorkflow } from "../../../src/workflows"
import { loadConditionFacts } from "../../../src/workflows/desk/condition-facts"
import { loadOrders } from "../../../src/shop/orders"
import {
  askFirst,
  changeConfirm,
  confirmPlaybook,
} from "../../shop/confirm-playbook"
import { placeOrder, taskOf, tasksOf } from "../../shop/place-order"
import { somebody } from "../../shop/purchase"
import type { TestShop } from "../../shop/test-shop"
import { withoutEvents } from "../../shop/without-events"

const REGULARS = { id: "fuplay_regulars", name: "Regulars" }

export function conditions(shop: TestShop): void {
  it("reads from Medusa what conditions ask of an order", async () => {
    const first = await placeOrder(shop)
    await shop.post(`/admin/orders/${first.id}/complete`).expect(200)
    const { category_id, parent_id, collection_id } = await groupKettle(shop)
    const group_id = await groupCustomer(shop, first.id)
    const { id } = await placeOrder(shop)
    const facts = await factsOf(shop, id)

    expect(facts.conditions).toEqual({
      order_total: expect.any(Number),
      currency: "uah",
      sales_channel: await shop.salesChannelId(),
      region: shop.wares.region_id,
      country: "ua",
      payment_provider: ["pp_system_default"],
      payment_state: "authorized",
      shipping_option: [expect.stringMatching(/^so_/)],
      customer_kind: "returning",
      completed_orders: 1,
      has_phone: true,
      category: [parent_id, category_id],
      collection: [collection_id],
      customer_group: [group_id],
    })
    const [location] = await shop.container
      .resolve(Modules.STOCK_LOCATION)
      .listStockLocations({})
    expect(facts.stock_location_id).toBe(location?.id)
    expect((await taskOf(shop, id)).order_total).toBe(
      facts.conditions.order_total
    )
  })

  it("reads what makes an order safe, and what went wrong before", async () => {
    const first = await placeOrder(shop)
    expect(await factsOf(shop, first.id)).toMatchObject({
      conditions: { customer_kind: "new", completed_orders: 0 },
      safety: {
        paid: false,
        complete_address: true,
        in_stock: true,
        trouble: [],
      },
    })
    const call = await taskOf(shop, first.id)
    await shop
      .post(`/admin/follow-ups/${call.id}/complete`, { outcome: "unreachable" })
      .expect(200)
    await shop.post(`/admin/orders/${first.id}/cancel`).expect(200)
    const second = await placeOrder(shop, { postcode: "" })
    await capture(shop, second.id)
    await sellOut(shop)

    expect(await factsOf(shop, second.id)).toMatchObject({
      conditions: { customer_kind: "new", payment_state: "captured" },
      safety: {
        paid: true,
        complete_address: false,
        in_stock: false,
        trouble: ["canceled_order", "unreachable"],
      },
    })
  })

  it("knows who ordered before as a guest, by the address in any letters or the number", async () => {
    const first = await placeOrder(shop)
    await taskOf(shop, first.id)
    const { phone } = somebody(1)
    const byAddress = await placeOrder(shop, {
      email: "OLENA@mail.example",
      phone,
    })
    await taskOf(shop, byAddress.id)
    const byNumber = await placeOrder(shop, { ...somebody(2), phone })
    const other = await placeOrder(shop, somebody(3))

    const kinds = []
    for (const { id } of [first, byAddress, byNumber, other]) {
      kinds.push((await factsOf(shop, id)).conditions.customer_kind)
    }
    expect(kinds).toEqual(["new", "returning", "returning", "new"])

    // Once they are in no call any more.
    for (const { id: order_id } of [first, byAddress]) {
      const { id } = await taskOf(shop, order_id)
      await shop
        .post(`/admin/follow-ups/${id}/complete`, { outcome: "confirmed" })
        .expect(200)
    }
    const { id } = await taskOf(shop, byNumber.id)
    const { body } = await shop
      .get(`/admin/follow-ups/${id}/call-sheet`)
      .expect(200)
    expect(
      body.call_sheet.earlier_orders.map((order: { id: string }) => order.id)
    ).toEqual([byAddress.id, first.id])
  })

  it("counts what was delivered as completed, and no later order", async () => {
    const first = await placeOrder(shop)
    const second = await placeOrder(shop)
    await deliver(shop, first.id)
    await deliver(shop, second.id)

    expect(await factsOf(shop, first.id)).toMatchObject({
      conditions: { customer_kind: "new", completed_orders: 0 },
    })
    expect(await factsOf(shop, second.id)).toMatchObject({
      conditions: { customer_kind: "returning", completed_orders: 1 },
    })
  })

  it("finds what came back of earlier orders, and what was claimed", async () => {
    const orders = shop.container.resolve(Modules.ORDER)
    const first = await placeOrder(shop)
    const second = await placeOrder(shop)
    const third = await placeOrder(shop)
    await orders.createReturns({ order_id: first.id })
    await orders.createOrderClaims({ order_id: second.id, type: "refund" })

    expect((await factsOf(shop, first.id)).safety?.trouble).toEqual([])
    expect((await factsOf(shop, second.id)).safety?.trouble).toEqual(["return"])
    expect((await factsOf(shop, third.id)).safety?.trouble).toEqual([
      "return",
      "claim",
    ])
  })

  it("reads nothing beyond an order and where it is sent from, unasked", async () => {
    await placeOrder(shop)
    const order = await withoutEvents(shop, () => placeOrder(shop))

    expect(await readBy(shop, () => shop.follow(order.id))).toEqual([
      "order",
      "shipping_option",
    ])
    expect(await tasksOf(shop, order.id)).toHaveLength(1)
  })

  it("reads nothing of a customer, unasked", async () => {
    const { body } = await withoutEvents(shop, () =>
      shop.post("/admin/customers", { email: "new@mail.example" }).expect(200)
    )
    const customer_ids = [body.customer.id]
    const follow = () =>
      syncCustomersWorkflow(shop.container).run({
        input: { customer_ids, announced: true },
      })

    // Read once for the version to sync, and once for the facts.
    expect(await readBy(shop, follow)).toEqual(["customer", "customer"])
    expect(
      await shop.followUp.findTasks({ customer_id: customer_ids })
    ).toEqual([expect.objectContaining({ type: "complete_contact" })])
  })

  it("reads what a condition asks about, and no more", async () => {
    await changeConfirm(shop, {
      conditions: {
        all: [{ field: "customer_kind", operator: "is", value: "returning" }],
        any: [],
      },
    })
    await placeOrder(shop)
    const order = await withoutEvents(shop, () => placeOrder(shop))

    expect(await readBy(shop, () => shop.follow(order.id))).toEqual([
      "order",
      "shipping_option",
      "customer",
      "order",
    ])
    expect(await tasksOf(shop, order.id)).toHaveLength(1)
  })

  it("opens a call under the first playbook whose conditions are met", async () => {
    await askFirst(shop, REGULARS, {
      conditions: {
        all: [
          { field: "customer_kind", operator: "is", value: "returning" },
          { field: "has_phone", operator: "is", value: true },
        ],
        any: [],
      },
      response_target_minutes: 45,
      response_limit_minutes: 90,
    })
    const first = await taskOf(shop, (await placeOrder(shop)).id)
    const second = await taskOf(shop, (await placeOrder(shop)).id)

    expect(first.playbook.id).not.toBe(REGULARS.id)
    expect(second.playbook.id).toBe(REGULARS.id)
  })

  it("opens nothing where no playbook fits, and no task where all are off", async () => {
    await changeConfirm(shop, {
      conditions: {
        all: [
          {
            field: "order_total",
            operator: "at_least",
            value: 1_000_000,
            currency_code: "uah",
          },
        ],
        any: [],
      },
    })
    const order = await placeOrder(shop)
    await shop.settle()
    expect(await tasksOf(shop, order.id)).toEqual([])
  })

  it("confirms a safe order by itself, and says why", async () => {
    await changeConfirm(shop, {
      safe_orders: {
        enabled: true,
        checks: ["complete_address", "in_stock"],
        totals_below: { uah: 1_000_000 },
        audit_percent: 0,
      },
    })
    const task = await taskOf(shop, (await placeOrder(shop)).id)
    const { body } = await shop.get(`/admin/follow-ups/${task.id}`).expect(200)

    expect(task).toMatchObject({
      status: "completed",
      outcome: "auto_confirmed",
      assignee: null,
    })
    expect(body.activities[0]).toMatchObject({
      kind: "completed",
      data: {
        outcome: "auto_confirmed",
        reasons: ["total_below", "complete_address", "in_stock"],
      },
    })
    await shop.reconcile()
    expect(await taskOf(shop, task.order_id ?? "")).toMatchObject({
      status: "completed",
    })
  })

  it("opens a safe order of the sample, and says that it is one", async () => {
    await changeConfirm(shop, {
      safe_orders: {
        enabled: true,
        checks: ["complete_address"],
        totals_below: { uah: 1_000_000 },
        audit_percent: 100,
      },
    })
    const task = await taskOf(shop, (await placeOrder(shop)).id)
    const { body } = await shop.get(`/admin/follow-ups/${task.id}`).expect(200)

    expect(task.status).toBe("open")
    expect(body.activities.at(-1)).toMatchObject({
      kind: "opened",
      data: { audit: true },
    })
  })

  it("gives calls in turn to those who are there", async () => {
    const [owner, second, gone] = [shop.agent(0), shop.agent(1), shop.agent(2)]
    await changeConfirm(shop, {
      assignment: {
        last_agent: false,
        user_ids: [gone.id, second.id, owner.id],
        most_open_tasks: 1,
      },
    })
    await shop.delete(`/admin/users/${gone.id}`).expect(200)
    const assignees = []
    for (let order = 0; order < 3; order++) {
      const { id } = await placeOrder(shop, somebody(order))
      const task = await taskOf(shop, id)
      assignees.push(task.assignee?.id ?? null)
    }

    expect(assignees).toEqual([second.id, owner.id, null])
  })
}

/** The facts for a playbook that has every condition. */
async function factsOf(shop: TestShop, id: string): Promise<OpeningFacts> {
  const { container } = shop
  const order = (await loadOrders([id], container)).get(id)
  const confirm = await confirmPlaybook(shop)
  const all = CONDITION_FIELDS.map(({ field }) => ({
    field,
    operator: "is" as const,
    value: true,
  }))
  const safe_orders = {
    enabled: true,
    checks: [...SAFE_ORDER_CHECKS],
    totals_below: {},
    audit_percent: 0,
  }
  const definition = {
    ...confirm.definition,
    conditions: { all, any: [] },
    safe_orders,
  }
  const facts = await loadConditionFacts(
    order ? [{ order, has_phone: true }] : [],
    { book: { playbooks: [{ ...confirm, definition }] } },
    container
  )
  const found = facts.get(id)
  if (!found) {
    throw new Error(`Order ${id} has no facts`)
  }
  return found
}

/** The entities that are read from Medusa during `act`, in order. */
async function readBy(
  shop: TestShop,
  act: () => Promise<unknown>
): Promise<string[]> {
  const query = shop.container.resolve(ContainerRegistrationKeys.QUERY)
  const graph = jest.spyOn(query, "graph")
  try {
    await act()
    return graph.mock.calls.map(([{ entity }]) => String(entity))
  } finally {
    graph.mockRestore()
  }
}

/** Puts the kettle into a collection and a nested category. */
async function groupKettle(shop: TestShop) {
  const products = shop.container.resolve(Modules.PRODUCT)
  const [variant] = await products.listProductVariants({
    id: shop.wares.variant_ids[0],
  })
  const parent = await products.createProductCategories({ name: "Everything" })
  const category = await products.createProductCategories({
    name: "Kettles only",
    parent_category_id: parent.id,
  })
  const collection = await products.createProductCollections({
    title: "Gifts",
  })
  await products.updateProducts(variant?.product_id ?? "", {
    category_ids: [category.id],
    collection_id: collection.id,
  })
  return {
    category_id: category.id,
    parent_id: parent.id,
    collection_id: collection.id,
  }
}

/** Puts the customer of an order into a group. */
async function groupCustomer(shop: TestShop, order_id: string) {
  const query = shop.container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["customer_id"],
    filters: { id: order_id },
  })
  const customers = shop.container.resolve(Modules.CUSTOMER)
  const group = await customers.createCustomerGroups({ name: "Regulars" })
  await customers.addCustomerToGroup({
    customer_id: data[0]?.customer_id ?? "",
    customer_group_id: group.id,
  })
  return group.id
}

/** Ships and delivers everything that was ordered. */
async function deliver(shop: TestShop, order_id: string): Promise<void> {
  const orders = shop.container.resolve(Modules.ORDER)
  const { items } = await orders.retrieveOrder(order_id, {
    relations: ["items"],
  })
  const sent = {
    order_id,
    reference: "test",
    items: (items ?? []).map(({ id, quantity }) => ({ id, quantity })),
  }
  await orders.registerFulfillment(sent)
  await orders.registerShipment(sent)
  await orders.registerDelivery(sent)
}

async function capture(shop: TestShop, order_id: string): Promise<void> {
  const { body } = await shop
    .get(`/admin/orders/${order_id}?fields=*payment_collections.payments`)
    .expect(200)
  const [payment] = body.order.payment_collections[0].payments
  await shop.post(`/admin/payments/${payment.id}/capture`).expect(200)
}

/** Sets all stock to zero, reserved items included. */
async function sellOut(shop: TestShop): Promise<void> {
  const inventory = shop.container.resolve(Modules.INVENTORY)
  const levels = await inventory.listInventoryLevels({}, { take: 1_000 })
  await inventory.updateInventoryLevels(
    levels.map(({ inventory_item_id, location_id }) => ({
      inventory_item_id,
      location_id,
      stocked_quantity: 0,
    }))
  )
}
