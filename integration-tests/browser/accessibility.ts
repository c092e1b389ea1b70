import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { type Desk, rowOf } from "./desk"

/** What axe finds in the parts of the page that are ours. */
export async function violations(page: Page, ours: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(ours)
    // The dashboard has no frames, and only what is wrong is asked for: both take most of axe's time.
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`)
  )
}

export function accessibility(desk: () => Desk): void {
  describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
    it("passes axe", async () => {
      const order = await desk().order({
        first_name: "Axe",
        last_name: theme,
        email: `axe-${theme}@mail.example`,
      })
      const page = await desk().queue(0, { theme })
      const task = await desk().taskOf(page, order.id)
      await rowOf(page, `Axe ${theme}`).waitFor()
      expect(await violations(page, "main")).toEqual([])

      await page.goto(`/app/follow-ups?tab=late`)
      await page.getByRole("tab", { name: /Late/, selected: true }).waitFor()
      expect(await violations(page, "main")).toEqual([])

      await page.goto(`/app/follow-ups?task=${task.id}`)
      await page.getByRole("dialog").getByText("What to say").waitFor()
      expect(await violations(page, "[role=dialog]")).toEqual([])

      await page.goto(`/app/orders/${order.id}`)
      await page.getByRole("heading", { name: "Follow-ups" }).waitFor()
      const section = "div:has(> div > h2:text-is('Follow-ups'))"
      await page
        .locator(section)
        .first()
        .evaluate((element) => {
          element.setAttribute("data-ours", "")
        })
      expect(await violations(page, "[data-ours]")).toEqual([])

      await page.goto(`/app/customers/${task.customer_id}`)
      await page.getByRole("heading", { name: "Follow-ups" }).waitFor()
      await page
        .locator(section)
        .first()
        .evaluate((element) => {
          element.setAttribute("data-ours", "")
        })
      expect(await violations(page, "[data-ours]")).toEqual([])
      expect(await violations(page, 'a[aria-label^="Follow-ups:"]')).toEqual([])
      await desk().leave(page)
    })
  })
}
