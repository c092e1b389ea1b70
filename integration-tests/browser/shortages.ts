import type { AdminFollowUp } from "../../src/api/admin/follow-ups/types"
import { until } from "../shop/until"
import { violations } from "./accessibility"
import type { Desk } from "./desk"

export function shortages(desk: () => Desk): void {
  it("are reported on the order's page, shown on the sheet, and get the supplier's date on the item's page", async () => {
    const order = await desk().order(
      { first_name: "Short", last_name: "Shelf" },
      3
    )
    const page = await desk().signIn()
    await desk().taskOf(page, order.id)
    await page.goto(`/app/orders/${order.id}`)
    await page.getByRole("button", { name: "Not on the shelf" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Units found, of 3").fill("1")
    await drawer.getByLabel("Reason (optional)").fill("Broken glass")
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drawer.getByRole("button", { name: "Report" }).click()
    await drawer.waitFor({ state: "detached" })

    const task = await until(async () => {
      const short = await desk().taskOf(page, order.id, "resolve_shortage")
      return short.status === "open" ? short : null
    })
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("heading", { name: "Out of stock" }).waitFor()
    await sheet.getByText("2 of 3 short", { exact: true }).waitFor()
    await sheet.getByText(/^Short since .* · 2 not on the shelf/).waitFor()

    await page.goto("/app/follow-ups/shortages")
    await page.getByRole("heading", { name: "Out of stock" }).waitFor()
    await page
      .getByRole("row", { name: /^Kettle Dnipro, 1.7 l · Steel .* 1 order$/ })
      .waitFor()
    expect(await violations(page, "main")).toEqual([])

    const item = await itemOf(task)
    await page.goto(`/app/inventory/${item}`)
    await page.getByRole("heading", { name: "Supplier’s date" }).waitFor()
    await page.getByLabel("Expected on").fill("2030-12-05")
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByText(/^Expected .*2030/).waitFor()
    await page.getByRole("button", { name: "Date unknown" }).click()
    await page.getByText("No date from the supplier").waitFor()
    await desk().leave(page)

    async function itemOf({ order_id }: AdminFollowUp): Promise<string> {
      const answer = await page.request.get(
        `/admin/reservations?limit=100&fields=inventory_item_id,line_item_id`
      )
      const { reservations } = await answer.json()
      const found = await page.request.get(
        `/admin/orders/${order_id}?fields=items.id`
      )
      const { order } = await found.json()
      return reservations.find(
        ({ line_item_id }: { line_item_id: string }) =>
          line_item_id === order.items[0].id
      ).inventory_item_id
    }
  })
}
