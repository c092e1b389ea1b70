import type { Locator, Page } from "playwright-core"
import { SETTLES_AFTER_MS } from "../../admin/keyboard/settles-after"
import type {
  AdminAlternativesResponse,
  AdminShortItemListResponse,
} from "../../src/api/admin/shortages/types"
import { until } from "../shop/until"
import { violations } from "./accessibility"
import type { Desk } from "./desk"
import {
  capture,
  isKept,
  notFoundBy,
  post,
  short,
  whileUnderWay,
} from "./offers"

export function shortages(desk: () => Desk): void {
  it("are reported on the order's page, shown on the sheet, and get the supplier's date on the item's page", async () => {
    const order = await desk().order(
      { first_name: "Short", last_name: "Shelf" },
      3
    )
    const page = await desk().signIn()
    await desk().taskOf(page, order.id)
    const item = await itemOf(order.id)
    const driftBy = async (units: number) =>
      await desk().write(
        `update inventory_level set reserved_quantity = reserved_quantity + $1
          where inventory_item_id = $2`,
        [units, item]
      )
    await driftBy(5)
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
    await sheet
      .getByRole("heading", { name: "Out of stock", exact: true })
      .waitFor()
    await sheet.getByText("2 of 3 short", { exact: true }).waitFor()
    await sheet
      .getByText(/^Short since .* · 2 not on the shelf: “Broken glass” \(/)
      .waitFor()

    // What is done about it records that; an outcome leads to where it is done.
    const line = sheet.getByRole("listitem").filter({ hasText: "2 of 3 short" })
    const ending = (name: RegExp) => sheet.getByRole("button", { name })
    const offer = (what: string) =>
      line.getByRole("button", { name: `Offer: ${what}`, exact: true })
    const undone = sheet.getByText(/^Nothing has been done yet/)
    for (const [outcome, place] of [
      [/^Part delivery/, offer("Send 1 now, the rest later")],
      [/^Item removed/, offer("Take 2 units off the order")],
      [/^Replaced/, line.locator("[data-done-as=replaced]")],
      [/^Waits/, offer("Wait")],
    ] as const) {
      await ending(outcome).click()
      await place.and(page.locator(":focus")).waitFor()
      expect(await undone.count()).toBe(0)
    }
    // It is nowhere else.
    expect(await ending(/^From another location/).count()).toBe(0)
    await page.keyboard.press("Enter")
    await line.locator("button:focus", { hasText: "Customer agrees" }).waitFor()
    await ending(/^Item removed/).click()
    await undone.waitFor()
    await line.locator(":focus").waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    // It does not stay once something else is done.
    await line.getByRole("button", { name: /^Back/ }).press("Enter")
    await sheet
      .getByText(/^Nothing has been done yet/)
      .waitFor({ state: "detached" })

    await page.goto("/app/follow-ups/shortages")
    await page
      .getByRole("heading", { name: "Out of stock", exact: true })
      .waitFor()
    await page.getByText(/KET-ST · .*: Medusa counts \d+ units/).waitFor()
    await page
      .getByRole("row", { name: /^Kettle Dnipro, 1.7 l · Steel .* 1 order: / })
      .waitFor()
    await page.getByRole("button", { name: /^1 order: Kettle/ }).press("Enter")
    await page
      .getByRole("list", { name: "Orders waiting" })
      .getByRole("listitem")
      .filter({ hasText: /^#\d+ .+₴.* · 2 of 3 short · not dealt with yet/ })
      .getByRole("link", { name: `#${order.display_id}`, exact: true })
      .waitFor()
    const day = page.getByLabel("Expected on")
    await day.fill("2020-12-05")
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter")
    await page.getByText("This day is past. Choose today or a later").waitFor()
    await day.fill("2090-12-05")
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter")
    await page.getByRole("button", { name: "Date unknown" }).waitFor()
    expect(await day.inputValue()).toBe("2090-12-05")
    expect(await violations(page, "main")).toEqual([])

    // Where many drift, what is short stays in sight.
    await page.route("**/admin/shortages/items?*", async (route) => {
      const answer = await route.fetch()
      const list: AdminShortItemListResponse = await answer.json()
      const drift = list.drift.flatMap((one) =>
        [1, 2, 3, 4, 5].map((nth) => ({ ...one, location_id: `sloc_${nth}` }))
      )
      await route.fulfill({ json: { ...list, drift } })
    })
    await page.reload()
    const drifts = page.getByText(/: Medusa counts \d+ units/)
    const showMore = page.getByRole("button", { name: "Show 2 more" })
    await showMore.waitFor()
    expect(await drifts.count()).toBe(3)
    expect(await violations(page, "main")).toEqual([])
    await showMore.press("Enter")
    await drifts.nth(4).waitFor()
    await page.unrouteAll({ behavior: "ignoreErrors" })

    await page.goto(`/app/inventory/${item}`)
    await page.getByText(/^.+: Medusa counts .* offered too few\.$/).waitFor()
    await driftBy(-5)
    await page.getByRole("heading", { name: "Supplier’s date" }).waitFor()
    await page.getByText(/^Expected .*2090/).waitFor()
    await page.getByLabel("Expected on").fill("2091-12-05")
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByText(/^Expected .*2091/).waitFor()
    expect(await page.getByLabel("Expected on").inputValue()).toBe("2091-12-05")
    await page.getByRole("button", { name: "Date unknown" }).click()
    await page.getByText("No date from the supplier").waitFor()
    await desk().leave(page)

    async function itemOf(order_id: string): Promise<string> {
      const found = await page.request.get(
        `/admin/orders/${order_id}?fields=items.id`
      )
      const { order } = await found.json()
      const answer = await page.request.get(
        `/admin/reservations?line_item_id=${order.items[0].id}`
      )
      const { reservations } = await answer.json()
      return reservations[0].inventory_item_id
    }
  })

  it.each([
    [
      "wait",
      "Wait",
      "waits",
      /^Agreed .*: the customer waits until Dec 5, 2090$/,
    ],
    [
      "a part delivery",
      "Send 1 now, the rest later",
      "part_delivery",
      /^Agreed .*: 1 sent now, the rest later$/,
    ],
    [
      "another location",
      /^Offer: Send from Lviv · /,
      "other_location",
      / · Agreed .*: sent from Lviv$/,
    ],
  ])(
    "are settled without another item, which is kept: %s",
    async (what, way, outcome, said) => {
      const page = await desk().signIn()
      const { order, task } = await short(desk(), page, {
        ordered: 2,
        found: 1,
      })
      if (what === "another location") {
        await stockInLviv(page, order.items?.[0]?.variant_id ?? "")
      }
      if (what === "wait") {
        await page.goto(`/app/orders/${order.id}`)
        const band = page.getByRole("status").getByRole("listitem")
        for (const reason of [
          "Not confirmed yet",
          "Out of stock, not settled yet",
          /: 1 of 2 short$/,
        ]) {
          await band.filter({ hasText: reason }).waitFor()
        }
      }
      const notFound = notFoundBy(page)
      await page.goto(`/app/follow-ups?task=${task.id}`)
      const sheet = page.getByRole("dialog")
      await sheet
        .getByRole("button", {
          name: typeof way === "string" ? `Offer: ${way}` : way,
          exact: true,
        })
        .press("Enter")
      if (what === "wait") {
        await sheet.getByLabel("Until when (optional)").fill("2090-12-05")
      }
      await sheet.getByText(/^The order still costs /).waitFor()
      await sheet
        .getByRole("button", { name: "Customer agrees: carry it out" })
        .press("Enter")
      await page.getByText("Done, as agreed").waitFor()
      await until(async () => {
        const now = await desk().taskOf(page, order.id, "resolve_shortage")
        return now.outcome === outcome ? now : null
      })
      await isKept(page, task, said)
      expect(notFound).toEqual([])
      if (what !== "another location") {
        await page.goto(`/app/orders/${order.id}`)
        await page
          .getByRole("status")
          .getByText(
            what === "wait"
              ? /^The customer waits: do not send the 2 × .* yet \(1 short\) · Expected Dec 5, 2090$/
              : /^Part delivery: send 1 now, 1 later: .* · No date from/
          )
          .waitFor()
        // The rest of the page is Medusa's.
        expect(await violations(page, "[role=status]")).toEqual([])
      }
      await desk().leave(page)
    }
  )

  it("are reported for an item that was chosen, with a number that was typed", async () => {
    const order = await desk().order({ last_name: "Two Items" }, 2, 2)
    const page = await desk().signIn()
    await page.goto(`/app/orders/${order.id}`)
    await page.getByRole("button", { name: "Not on the shelf" }).click()
    const drawer = page.getByRole("dialog")
    const report = drawer.getByRole("button", { name: "Report" })
    await report.press("Enter")
    await drawer
      .getByRole("alert")
      .filter({ hasText: "Choose the item" })
      .waitFor()
    const found = drawer.getByLabel("Units found, of 2")
    expect(await found.count()).toBe(0)
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drawer.getByRole("combobox", { name: "Item" }).press("Enter")
    await page.getByRole("option").last().press("Enter")
    await found.waitFor()
    expect(await found.inputValue()).toBe("")
    expect(await violations(page, "[role=dialog]")).toEqual([])

    // Without a number, nothing is reported.
    await report.press("Enter")
    await found.and(page.locator(":focus")).waitFor()
    await found.fill("0")
    const sent = page.waitForRequest(/\/admin\/shortages\/reports$/)
    await report.press("Enter")
    expect((await sent).postDataJSON().quantity_found).toBe(0)
    await drawer.waitFor({ state: "detached" })
    await desk().leave(page)
  })

  it("are in sight once the sheet opens, below what is said first", async () => {
    const page = await desk().signIn()
    const { task } = await short(desk(), page)
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    const places = sheet.locator("[data-done-as=replaced]")
    await places.nth(1).waitFor()
    const opens = sheet.getByRole("button", { name: "What to say" }).first()
    for (const one of [places.first(), opens]) {
      expect(await isInSight(one)).toBe(true)
    }
    expect(await places.last().getAttribute("role")).toBe("searchbox")
    expect(await places.first().getAttribute("aria-label")).toMatch(/^Offer: /)

    const script = opens.locator("xpath=ancestor::section[1]").locator("p")
    const first = await script.innerText()
    expect(first.trim().split("\n")).toHaveLength(2)
    await opens.press("Enter")
    const all = await script.innerText()
    expect(all.startsWith(`${first}\n`)).toBe(true)
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await desk().leave(page)
  })

  it("are gone through by one key, from order to order of a call", async () => {
    const page = await desk().signIn()
    const who = { email: "two-short@mail.example", phone: "067 300 00 01" }
    const { task } = await short(desk(), page, { who })
    const second = await short(desk(), page, { who })
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const lines = page
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ hasText: "1 of 1 short" })
    for (const line of [0, 1]) {
      await lines.nth(line).getByRole("button").first().waitFor()
    }
    for (const line of [0, 1, 0]) {
      await page.keyboard.press("s")
      await lines.nth(line).locator(":focus").waitFor()
    }

    // It begins with what is short of the marked task.
    await page.reload()
    await lines.nth(1).getByRole("button").first().waitFor()
    const current = page.locator("section[aria-current]")
    await until(async () => {
      await page.keyboard.press("ArrowDown")
      return await current
        .getByRole("heading", {
          name: new RegExp(`Resolve shortage .*#${second.order.display_id}$`),
        })
        .isVisible()
    })
    await page.keyboard.press("s")
    await lines.nth(1).locator(":focus").waitFor()
    await desk().leave(page)
  })

  it("have choices that arrows and digits are for, until Escape", async () => {
    const page = await desk().signIn()
    const who = { email: "by-digits@mail.example", phone: "067 300 00 03" }
    const { order, task } = await short(desk(), page, { who })
    const other = await short(desk(), page, { who })
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    const section = sheet.locator("section[aria-labelledby]", {
      has: page.getByRole("heading", {
        name: `Out of stock #${order.display_id}`,
        exact: true,
      }),
    })
    const choices = section.getByRole("button", { name: /^Offer: / })
    const digits = choices.locator("kbd")
    const outcome = section.getByRole("button", { name: /^Replaced/ })
    await choices.first().waitFor()
    expect(await digits.first().isVisible()).toBe(false)
    expect(await roomAround(choices.first())).toBeLessThan(2)
    expect(await outcome.locator("kbd").isVisible()).toBe(true)

    await page.keyboard.press("s")
    await section.locator("button:focus", { hasText: "Offer" }).waitFor()
    expect(await digits.first().isVisible()).toBe(true)
    expect(await outcome.locator("kbd").isVisible()).toBe(false)
    expect(await roomAround(outcome)).toBeLessThan(2)
    await page.keyboard.press("ArrowDown")
    expect(
      await choices.nth(1).evaluate((one) => one === document.activeElement)
    ).toBe(true)
    await page.keyboard.press("Escape")
    await digits.first().waitFor({ state: "hidden" })
    expect(await outcome.locator("kbd").isVisible()).toBe(true)

    // On to the other order, and back.
    await sheet.getByRole("button", { name: "Offer: Wait" }).nth(1).waitFor()
    await page.keyboard.press("s")
    await page.keyboard.press("s")
    await section.locator("button:focus", { hasText: "Offer" }).waitFor()
    const names = await choices.evaluateAll((buttons) =>
      buttons.map((one) => one.getAttribute("aria-label"))
    )
    const wait = String(names.indexOf("Offer: Wait") + 1)
    await page.keyboard.press(wait)
    const agree = section.locator("button:focus", {
      hasText: "Customer agrees",
    })
    await agree.waitFor()
    // What comes next is a list of choices, too.
    await page.keyboard.press("ArrowDown")
    await section.locator("button:focus", { hasText: "Back" }).waitFor()
    await page.keyboard.press("Escape")
    await section.locator("button:focus", { hasText: "Offer" }).waitFor()
    expect(await agree.count()).toBe(0)
    await page.keyboard.press(wait)
    await agree.waitFor()
    expect(await agree.locator("kbd").innerText()).toBe("1")
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("1")
    await sheet
      .getByRole("status")
      .filter({ hasText: `Done, as agreed · #${order.display_id}` })
      .waitFor()
    await until(async () => {
      const now = await desk().taskOf(page, order.id, "resolve_shortage")
      return now.outcome === "waits" ? now : null
    })
    const left = await desk().taskOf(page, other.order.id, "resolve_shortage")
    expect(left.status).toBe("open")
    await desk().leave(page)
  })

  it("end the call once nothing is left of it", async () => {
    const page = await desk().signIn()
    const { order, task } = await short(desk(), page, {
      who: { first_name: "Nothing", last_name: "Is Left" },
    })
    const { id } = await desk().taskOf(page, order.id, "confirm_order")
    await post(page, `/admin/follow-ups/${id}/cancel`, { reason: "other" })
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    const name = sheet.getByRole("heading", { name: "Nothing Is Left" })
    await name.waitFor()
    await sheet.getByRole("button", { name: "Offer: Wait" }).press("Enter")
    await sheet
      .getByRole("button", { name: "Customer agrees: carry it out" })
      .press("Enter")
    await name.waitFor({ state: "detached" })
    await sheet
      .getByRole("status")
      .filter({ hasText: "Done, as agreed" })
      .waitFor()
    await desk().leave(page)
  })

  it("have what the shop pins to a variant come first", async () => {
    const page = await desk().signIn()
    const { order, task, line_item_id } = await short(desk(), page)
    const openPins = async () => {
      await page.goto(`/app/products/${order.items?.[0]?.product_id}`)
      await page
        .getByRole("heading", { name: "When out of stock, offer" })
        .waitFor()
      const variant = page.getByRole("combobox", {
        name: "Variant",
        exact: true,
      })
      await variant.press("Enter")
      await page.getByRole("option", { name: "Steel" }).press("Enter")
      // The list gives the focus back, by which time another place may have it.
      await variant.and(page.locator(":focus")).waitFor()
    }
    await openPins()
    // Of the same size, which the shop has marked.
    await page.getByLabel("Add a variant").fill("Dnipro")
    const found = page
      .getByRole("listbox", { name: "Add a variant" })
      .getByRole("option")
    await found.filter({ hasText: /Black/ }).waitFor()
    const names = await found.allTextContents()
    const at = names.findIndex((name) => /Black/.test(name))
    const title = names[at] ?? ""
    for (let step = 0; step < at; step++) {
      await page.keyboard.press("ArrowDown")
    }
    await page.keyboard.press("Enter")
    await page.getByText("Saved").first().waitFor()
    await page.getByRole("button", { name: /^Remove Kettle/ }).waitFor()
    expect(
      await violations(page, '[aria-label="When out of stock, offer"]')
    ).toEqual([])

    // It has a size, which the kettle has not.
    await page.getByLabel("Add a variant").fill("Bed linen")
    await found.filter({ hasText: /Euro/ }).click()
    await page.getByText("Will not be offered: size differs").waitFor()
    const lines = (csv: string) => ({
      name: "pairs.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(csv),
    })
    const file = page.locator("input[type=file]")
    await file.setInputFiles(lines("KET-ST;KET-BK\nKET-ST;NO-SUCH"))
    await page.getByText("Nothing was imported.").waitFor()
    await page.getByText("Line 2: No variant has the SKU NO-SUCH.").waitFor()
    await file.setInputFiles(
      lines("SKU,Other SKU\nKET-ST,KET-BK\nKET-ST,LIN-EU")
    )
    await page.getByText("Pinned pairs: 2").waitFor()
    await page
      .getByText("Line 3: KET-ST → LIN-EU. Will not be offered: size differs")
      .waitFor()
    expect(
      await violations(page, '[aria-label="When out of stock, offer"]')
    ).toEqual([])

    const answer = await page.request.get(
      `/admin/shortages/orders/${order.id}/lines/${line_item_id}/alternatives`
    )
    const { alternatives }: AdminAlternativesResponse = await answer.json()
    expect(title).toContain(alternatives[0]?.title)
    await page.goto(`/app/follow-ups?task=${task.id}`)
    await page
      .getByRole("dialog")
      .getByText(/chosen by the shop/)
      .first()
      .waitFor()
    await page
      .getByRole("dialog")
      .getByText(/^Pinned, but not offered: Bed linen.*\(size differs\)$/)
      .waitFor()

    await openPins()
    await page.getByRole("button", { name: /^Remove Bed linen/ }).click()
    await page.getByRole("button", { name: /^Remove Kettle/ }).click()
    await page.getByText("Nothing is pinned.").waitFor()
    await desk().leave(page)
  })

  it("leave money to return, which a second press returns", async () => {
    const page = await desk().signIn()
    const { order, line_item_id } = await short(desk(), page, {
      ordered: 2,
      found: 1,
    })
    await capture(page, order.id)
    await post(page, `/admin/shortages/orders/${order.id}/settlements`, {
      line_item_id,
      deed: { kind: "remove", units: 1 },
    })
    const task = await desk().taskOf(page, order.id, "refund_due")
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("heading", { name: "Money to return" }).waitFor()
    await sheet.getByRole("button", { name: /^Return ₴/ }).press("Enter")
    expect(await violations(page, "[role=dialog]")).toEqual([])
    const recorded = await whileUnderWay(
      page,
      "**/refund",
      async () =>
        await sheet
          .getByRole("button", { name: /^Yes, return ₴/ })
          .press("Enter")
    )
    expect(recorded).toEqual([])
    await page.getByText(/^₴.* returned$/).waitFor()
    await until(async () => {
      const now = await desk().taskOf(page, order.id, "refund_due")
      return now.outcome === "refunded" ? now : null
    })
    await desk().leave(page)
  })
}

/** Whether nothing has to be scrolled to see all of it. */
const isInSight = async (one: Locator): Promise<boolean> =>
  await one.evaluate(
    async (element) =>
      await new Promise<boolean>((tell) => {
        const observer = new IntersectionObserver(([seen]) => {
          observer.disconnect()
          tell(seen?.intersectionRatio === 1)
        })
        observer.observe(element)
      })
  )

/** By how much there is more room on one side of a button's label. */
const roomAround = async (button: Locator): Promise<number> =>
  await button.evaluate((one) => {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    const label = document.createRange()
    label.selectNode(walker.nextNode() ?? one)
    const [outer, inner] = [one, label].map((it) => it.getBoundingClientRect())
    return outer && inner
      ? Math.abs(inner.left - outer.left - (outer.right - inner.right))
      : Infinity
  })

/** A second location that has enough of a variant. */
async function stockInLviv(page: Page, variant_id: string): Promise<void> {
  const { stock_location } = await post(page, "/admin/stock-locations", {
    name: "Lviv",
  })
  const found = await page.request.get(
    `/admin/inventory-items?limit=100&fields=id,variants.id`
  )
  const {
    inventory_items,
  }: { inventory_items: { id: string; variants?: { id: string }[] }[] } =
    await found.json()
  const item = inventory_items.find(({ variants }) =>
    (variants ?? []).some(({ id }) => id === variant_id)
  )
  await post(page, `/admin/inventory-items/${item?.id}/location-levels`, {
    location_id: stock_location.id,
    stocked_quantity: 10,
  })
}
