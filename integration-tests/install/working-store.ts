import type { AdminFollowUpPlaybookListResponse } from "../../src/api/admin/follow-ups/playbooks/types"
import { findChromium, howToGetChromium } from "../chromium"
import { inBrowser } from "./in-browser"
import { type Installation, owner } from "./install-plugin"
import type { ShopAtWork } from "./shop-at-work"

const hasBrowser = Boolean(findChromium())

if (!hasBrowser) {
  process.stdout.write(
    `install: its browser part is skipped, no Chromium or Chrome was found; ${howToGetChromium}\n`
  )
}

const itInBrowser = hasBrowser ? it : it.skip

export function workingStore(
  installation: () => Installation,
  shop: () => ShopAtWork
): void {
  it("turns an order into a task", async () => {
    const order = await shop().buy()

    expect(await shop().taskOf(order.id)).toMatchObject({
      type: "confirm_order",
      status: "open",
      order_display_id: order.display_id,
      customer_name: "Олена Коваленко",
      phone_e164: "+380671234567",
      order_total: order.total,
    })
  })

  it("works under the README's options", async () => {
    const order = await shop().buy()
    const { playbooks } =
      await shop().sdk.client.fetch<AdminFollowUpPlaybookListResponse>(
        "/admin/follow-ups/playbooks"
      )
    const confirm = playbooks.find(({ type }) => type === "confirm_order")

    expect(confirm?.definition).toMatchObject({
      response_target_minutes: 15,
      response_limit_minutes: 45,
    })
    expect((await shop().taskOf(order.id)).calendar).toMatchObject({
      time_zone: "Europe/Kyiv",
    })
  })

  itInBrowser(
    "shows the task on the order's page and in the queue",
    async () => {
      const order = await shop().buy()
      await shop().taskOf(order.id)
      const { url } = installation().store

      await inBrowser({ url, ...owner }, async (page) => {
        await page.goto(`/app/orders/${order.id}`)
        await page.getByRole("heading", { name: "Follow-ups" }).waitFor()
        await page.locator("[data-timer]").first().waitFor()

        await page.goto("/app/follow-ups")
        await page
          .getByRole("row")
          .filter({ hasText: `#${order.display_id}` })
          .getByRole("link", { name: "067 123 45 67" })
          .waitFor()
      })
    }
  )

  it("has logged no error, and nothing about the customer", () => {
    const output = installation().store.output()

    expect(output).not.toMatch(/"level":"error"/)
    expect(output).not.toMatch(/Коваленко|67 ?123 ?45 ?67|olena@/)
  })
}
