import { until } from "../shop/until"
import type { Desk } from "./desk"

export function widgets(desk: () => Desk): void {
  it("shows an order's task beside the order, and takes an outcome there", async () => {
    const order = await desk().order({ first_name: "Side", last_name: "Bar" })
    const page = await desk().signIn()
    await desk().taskOf(page, order.id)
    await page.goto(`/app/orders/${order.id}`)
    await page.getByRole("heading", { name: "Follow-ups" }).waitFor()
    await page
      .getByRole("button", { name: /No answer/ })
      .first()
      .click()

    await until(
      async () => (await desk().taskOf(page, order.id)).status === "waiting"
    )
    await page.locator('[data-timer="waiting"]').first().waitFor()
    await desk().leave(page)
  })

  it("shows a customer's tasks over all orders", async () => {
    const who = { email: "often@mail.example", first_name: "Often" }
    const orders = [await desk().order(who), await desk().order(who)]
    const page = await desk().signIn()
    const tasks = await Promise.all(
      orders.map(({ id }) => desk().taskOf(page, id))
    )
    await page.goto(`/app/customers/${tasks[0]?.customer_id}`)
    await page.getByRole("heading", { name: "Follow-ups" }).waitFor()

    for (const { display_id } of orders) {
      await page.getByText(`#${display_id}`).first().waitFor()
    }
    await desk().leave(page)
  })

  it("says on every page how much there is to do, with a way there", async () => {
    const page = await desk().signIn()
    const order = await desk().order({ first_name: "Top", last_name: "Bar" })
    await desk().taskOf(page, order.id)
    await page.goto("/app/products")
    const link = page.getByRole("link", { name: /Follow-ups: \d+ to do now/ })
    await link.first().click()

    await page.waitForURL(/\/app\/follow-ups/)
    await desk().leave(page)
  })
}
