import { Modules } from "@medusajs/framework/utils"
import { placeOrder, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"

export function customers(shop: TestShop): void {
  const create = async (fields: object) => {
    const { body } = await shop
      .post("/admin/customers", {
        email: "maria@mail.example",
        first_name: "Марія",
        ...fields,
      })
      .expect(200)
    const id: string = body.customer.id
    return id
  }
  const tasksOf = async (customer_id: string) => {
    const { body } = await shop
      .get(`/admin/follow-ups?customer_id=${customer_id}`)
      .expect(200)
    return body.follow_ups
  }

  it("asks a new customer without a number for one", async () => {
    const id = await create({})
    const [task] = await until(async () => {
      const tasks = await tasksOf(id)
      return tasks.length > 0 && tasks
    })

    expect(task).toMatchObject({
      type: "complete_contact",
      status: "open",
      order_id: null,
      customer_name: "Марія",
      email: "maria@mail.example",
    })
  })

  it("speaks the language of later orders, which are no earlier ones", async () => {
    const id = await create({})
    const [task] = await until(async () => {
      const tasks = await tasksOf(id)
      return tasks.length > 0 && tasks
    })
    const sheet = async () =>
      (
        await shop
          .get(`/admin/follow-ups/${task.id}/call-sheet?locale=bg`)
          .expect(200)
      ).body.call_sheet
    expect((await sheet()).tasks[0].script).toContain("регистрацията")
    const order = await placeOrder(shop)
    await shop.container
      .resolve(Modules.ORDER)
      .updateOrders(order.id, { customer_id: id })

    const { tasks, earlier_orders, earlier_order_count } = await sheet()
    expect(tasks[0].script).toContain("Дякуємо за реєстрацію")
    expect([earlier_orders, earlier_order_count]).toEqual([[], 0])
  })

  it("asks nothing of a customer who has a number", async () => {
    const id = await create({ phone: "+380671234567" })
    await shop.settle()

    expect(await tasksOf(id)).toEqual([])
  })

  it("completes the task when the number arrives", async () => {
    const id = await create({})
    await until(async () => (await tasksOf(id)).length > 0)
    await shop
      .post(`/admin/customers/${id}`, { phone: "+380671234567" })
      .expect(200)
    const task = await until(async () => {
      const [task] = await tasksOf(id)
      return task.status === "completed" && task
    })

    expect(task).toMatchObject({
      outcome: "number_received",
      phone_e164: "+380671234567",
    })
  })

  it("keeps a number that somebody was told, and goes on to the call", async () => {
    const order = await placeOrder(shop, { phone: undefined })
    const asking = await taskOf(shop, order.id, "complete_contact")
    await shop
      .post(`/admin/follow-ups/${asking.id}/complete`, {
        outcome: "number_received",
        phone: "050 765 43 21",
      })
      .expect(200)
    const call = await taskOf(shop, order.id)

    // As it was typed only until the customer's record has it in E.164.
    expect(call).toMatchObject({ phone_e164: "+380507654321" })
    const customer = await until(async () => {
      const { body } = await shop.get(`/admin/customers/${call.customer_id}`)
      return body.customer.phone !== null && body.customer
    })
    expect(customer.phone).toBe("+380507654321")
  })

  it("knows a number from then on, whatever stood in the record", async () => {
    const id = await create({
      email: "petar@mail.example",
      phone: "call my neighbour",
    })
    const asking = await until(async () => (await tasksOf(id))[0])
    await shop
      .post(`/admin/follow-ups/${asking.id}/complete`, {
        outcome: "number_received",
        phone: "067 123 45 67",
      })
      .expect(200)
    await until(async () => {
      const { body } = await shop.get(`/admin/customers/${id}`)
      return body.customer.phone === "+380671234567"
    })
    const order = await placeOrder(shop, {
      email: "petar@mail.example",
      phone: undefined,
    })

    expect(await taskOf(shop, order.id)).toMatchObject({
      customer_id: id,
      phone_e164: "+380671234567",
    })
  })

  it("cancels the task of a customer who is deleted", async () => {
    const id = await create({})
    await until(async () => (await tasksOf(id)).length > 0)
    await shop.delete(`/admin/customers/${id}`).expect(200)
    const task = await until(async () => {
      const [task] = await tasksOf(id)
      return task.status === "canceled" && task
    })

    expect(task.cancel_reason).toBe("customer_deleted")
  })

  it("asks no guest whom a checkout left behind", async () => {
    const order = await placeOrder(shop)
    const task = await taskOf(shop, order.id)
    const guest = await shop.container
      .resolve(Modules.CUSTOMER)
      .retrieveCustomer(task.customer_id ?? "")
    await shop.reconcile()

    expect(guest.has_account).toBe(false)
    expect(await tasksOf(guest.id)).toHaveLength(1)
  })
}
