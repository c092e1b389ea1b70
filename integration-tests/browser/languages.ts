import type { Locator, Page } from "playwright-core"
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
    order = await desk().order({
      first_name: "Language",
      last_name: "Tester",
      phone: "067-555-12-12, 050-555-13-13",
    })
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

  it.each(["he", "ar"] as const)(
    "reads numbers from left to right in %s",
    async (language) => {
      const order_id = order?.id ?? ""
      const page = await desk().queue(0, { language })
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl")
      const row = rowOf(page, name)
      await row.waitFor()
      for (const drawn of [
        row.locator('a[href^="tel:"]'),
        row.locator(`a[href$="/orders/${order_id}"]`),
        row.locator("bdi"),
      ]) {
        expect(await readsToTheRight(drawn)).toBe(true)
      }
      const task = await desk().taskOf(page, order_id)
      await goOn(page, `/app/follow-ups?task=${task.id}`)
      const sheet = page.getByRole("dialog")
      const others = sheet.locator('li a[href^="tel:"]')
      await others.waitFor()
      expect(await others.innerText()).toBe("+380505551313")
      expect(await readsToTheRight(others)).toBe(true)
      const script = sheet.locator('p[dir="auto"]').first()
      await script.waitFor()
      expect(
        await script.evaluate((text) => getComputedStyle(text).direction)
      ).toBe("ltr")
      await desk().leave(page)
    }
  )
}

/** Whether the first character is drawn to the left of the last one. */
async function readsToTheRight(drawn: Locator): Promise<boolean> {
  return await drawn.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const nodes: Node[] = []
    while (text.nextNode()) {
      nodes.push(text.currentNode)
    }
    const left = (node: Node | undefined, at: number) => {
      const range = document.createRange()
      if (node) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
      }
      return range.getBoundingClientRect().left
    }
    const last = nodes.at(-1)
    return left(nodes[0], 0) < left(last, (last?.textContent?.length ?? 1) - 1)
  })
}
