import type { Page } from "playwright-core"
import { until } from "../shop/until"
import { type Desk, goOn } from "./desk"

const openNotices = (page: Page) =>
  page.getByRole("button", { name: "Notices of new orders" }).click()

/** As if the tab were brought to the front, or covered by another. */
const show = (page: Page, visible: boolean) =>
  page.evaluate((visible) => {
    Object.defineProperty(document, "hidden", {
      configurable: true,
      value: !visible,
    })
    document.dispatchEvent(new Event("visibilitychange"))
  }, visible)

const countIn = async (page: Page) => /^\((\d+)\)/.exec(await page.title())?.[1]

/** Keeps the texts of the notices that the page shows from now on. */
const noteNotices = (page: Page) =>
  page.evaluate(() => {
    const shown: string[] = []
    const Real = Notification
    window.Notification = new Proxy(Real, {
      construct: (_, [title, options]: [string, NotificationOptions]) => {
        shown.push(`${title}: ${options.body}`)
        return new Real(title, options)
      },
    })
    Object.assign(window, { shownNotices: shown })
  })

const noticesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    "shownNotices" in window && Array.isArray(window.shownNotices)
      ? window.shownNotices
      : []
  )

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

  it("keeps the count in the title, whatever page it is", async () => {
    const page = await desk().signIn()
    const order = await desk().order({ first_name: "Tab", last_name: "Title" })
    await desk().taskOf(page, order.id)
    for (const path of ["products", "follow-ups"]) {
      await page.goto(`/app/${path}`)
      await until(async () => /^\(\d+\) \w/.test(await page.title()))
    }
    await goOn(page, "/app/customers")
    await until(async () => /^\(\d+\) Customers/.test(await page.title()))
    await desk().leave(page)
  })

  it("tells of a new order, once, while no tab is in sight", async () => {
    const page = await desk().queue(1)
    await page.context().grantPermissions(["notifications"])
    await openNotices(page)
    for (const name of ["Play a sound", "Show a notice on the desktop"]) {
      const option = page.getByRole("switch", { name })
      expect(await option.isChecked()).toBe(false)
      await option.click()
      await until(() => option.isChecked())
    }
    await page.reload()
    const other = await page.context().newPage()
    await other.goto("/app/products")
    const tabs = [page, other]
    for (const tab of tabs) {
      await tab.getByRole("link", { name: /to make now/ }).waitFor()
      await noteNotices(tab)
    }
    const told = async () =>
      (await Promise.all(tabs.map((tab) => noticesOf(tab)))).flat()

    // One is still in sight.
    let looks = 0
    page.on("response", (response) => {
      looks += response.url().includes("order=-opened_at") ? 1 : 0
    })
    await show(page, false)
    await until(async () => looks === 1)
    const before = await countIn(page)
    await desk().order({ first_name: "Seen", last_name: "Order" })
    await until(async () => looks > 1 && (await countIn(page)) !== before)
    await page.evaluate(() =>
      navigator.locks.request("follow-ups-notice", () => undefined)
    )
    expect(await told()).toEqual([])

    await show(other, false)
    const order = await desk().order({ first_name: "Un", last_name: "Seen" })
    await desk().taskOf(page, order.id)
    await until(async () => (await told()).length > 0)
    expect(await told()).toEqual(["1 new order: Un Seen"])

    // What only moved rings nobody.
    const { id } = await desk().taskOf(page, order.id)
    await page.request.post(`/admin/follow-ups/${id}/claim`)
    const last = await desk().order({ first_name: "One", last_name: "More" })
    await desk().taskOf(page, last.id)
    await until(async () => (await told()).length > 1)
    expect(await told()).toEqual([
      "1 new order: Un Seen",
      "1 new order: One More",
    ])
    await other.close()
    await desk().leave(page)
  })

  it("leads from the bell to the call sheet", async () => {
    const page = await desk().signIn()
    const order = await desk().order({ first_name: "Bell", last_name: "Rung" })
    const { id } = await desk().taskOf(page, order.id)
    const data = {
      title: "Order, Bell Rung",
      file: {
        filename: "Open the call sheet",
        url: `/app/follow-ups?task=${id}`,
      },
    }
    await desk().write(
      `insert into notification (id, "to", channel, template, data, status)
       values ($1, '', 'feed', 'admin-ui', $2, 'success')`,
      [`noti_${id}`, JSON.stringify(data)]
    )
    await page.goto("/app/products")
    await page.getByRole("link", { name: /to make now/ }).waitFor()
    await page.keyboard.press("Control+n")
    const bell = page.getByRole("dialog")
    await bell.getByText("Order, Bell Rung").waitFor()
    await bell.locator(`a[href*="${id}"]`).click()

    await page.waitForURL((url) => url.searchParams.get("task") === id)
    await page
      .getByRole("dialog")
      .getByRole("heading", { name: "Bell Rung" })
      .waitFor()
    expect(await page.getByRole("dialog").count()).toBe(1)
    await desk().leave(page)
  })

  it("says that the browser blocks notices, and asks for none", async () => {
    const page = await desk().queue(2)
    await page.evaluate(() =>
      Object.defineProperty(Notification, "permission", { value: "denied" })
    )
    await openNotices(page)
    const option = page.getByRole("switch", { name: /notice on the desktop/ })
    await option.click()
    await page.getByText(/This browser blocks notices/).waitFor()
    expect(await option.isChecked()).toBe(false)
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
