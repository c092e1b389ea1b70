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
    await page
      .getByText(/^1 more task in this call: /)
      .first()
      .waitFor()
    await page.getByRole("button", { name: "Call sheet" }).first().click()
    const sheet = page.getByRole("dialog")
    await sheet.getByText("2 tasks in one call").waitFor()
    await desk().leave(page)
  })

  it("says on every page how much there is to do, with a way there", async () => {
    const page = await desk().signIn()
    const order = await desk().order({ first_name: "Top", last_name: "Bar" })
    await desk().taskOf(page, order.id)
    await page.goto("/app/products")
    const link = page.getByRole("link", {
      name: /Follow-ups: \d+ calls? to make now/,
    })
    await link.first().click()

    await page.waitForURL(/\/app\/follow-ups/)
    await desk().leave(page)
  })

  it("shows nothing of the desk to whoever may not see it", async () => {
    const order = await desk().order({ first_name: "Out", last_name: "Sider" })
    const page = await desk().signIn()
    const { customer_id } = await desk().taskOf(page, order.id)
    await page.route("**/admin/follow-ups**", (route) =>
      route.fulfill({
        status: 403,
        json: { type: "forbidden", message: "Insufficient permissions." },
      })
    )
    for (const path of [`orders/${order.id}`, `customers/${customer_id}`]) {
      const refused = page.waitForResponse((answer) => answer.status() === 403)
      await page.goto(`/app/${path}`)
      await refused
      await page
        .getByText(order.email ?? "")
        .first()
        .waitFor()
      await until(
        async () =>
          (await page.getByRole("heading", { name: "Follow-ups" }).count()) ===
          0
      )

      expect(await page.getByRole("button", { name: "Retry" }).count()).toBe(0)
      expect(
        await page.getByRole("link", { name: /to make now/ }).count()
      ).toBe(0)
    }
    await desk().leave(page)
  })
}
