import type { Page } from "playwright-core"
import type { HttpTypes } from "@medusajs/framework/types"
import { type Desk, goOn, rowOf } from "./desk"

/** A missing text is shown as its key. */
const KEY = /\b(followUps|queue|sheet|task|timer|keys|widget|topBar)\.[a-z]\w*/

export async function texts(page: Page): Promise<string> {
  return await page.evaluate(() =>
    [
      document.body.innerText,
      ...[
        ...document.querySelectorAll("[aria-label],[placeholder],[title]"),
      ].map((element) =>
        ["aria-label", "placeholder", "title"]
          .map((name) => element.getAttribute(name))
          .join(" ")
      ),
    ].join("\n")
  )
}

export function languages(desk: () => Desk): void {
  const name = "Language Tester"
  let order: HttpTypes.StoreOrder | undefined
  beforeAll(async () => {
    order = await desk().order({ first_name: "Language", last_name: "Tester" })
  })

  it.each([
    ["en", "To do now"],
    ["uk", "Зараз"],
    ["ru", "Сейчас"],
    ["bg", "Сега"],
  ] as const)("has every text in %s", async (language, now) => {
    const order_id = order?.id ?? ""
    const page = await desk().queue(0, { language })
    const task = await desk().taskOf(page, order_id)
    await rowOf(page, name).waitFor()
    const queue = await texts(page)
    await goOn(page, `/app/follow-ups?task=${task.id}`)
    await page.getByRole("dialog").getByRole("heading", { name }).waitFor()
    const sheet = await texts(page)
    await goOn(page, `/app/orders/${order_id}`)
    const number = `#${order?.display_id}`
    await page.getByRole("heading", { name: number }).waitFor()
    await page.locator("main [data-timer]").first().waitFor()
    const widget = await texts(page)

    expect(queue).toContain(now)
    for (const text of [queue, sheet, widget]) {
      expect(text).not.toMatch(KEY)
    }
    await desk().leave(page)
  })
}
