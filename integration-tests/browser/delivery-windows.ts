import type { Locator, Page } from "playwright-core"
import { AxeBuilder } from "@axe-core/playwright"
import type {
  AdminDeliveryWindowCalendarResponse,
  AdminDeliveryWindowVocabularyResponse,
  AdminPlannedWindow,
} from "../../src/api/admin/delivery-windows/templates/types"
import type { AdminDeliveryOfOrderResponse } from "../../src/api/admin/delivery-windows/types"
import type { StoreDeliveryWindowListResponse } from "../../src/api/store/delivery-windows/types"
import { complete } from "../../demo/shopper/order"
import { courierReports } from "../shop/courier"
import { until } from "../shop/until"
import { violations, violationsAtEachWidth } from "./accessibility"
import { type Desk, goOn } from "./desk"
import { texts } from "./languages"

const ROOT = "/admin/delivery-windows"
const SETTINGS = "/app/settings/follow-ups/delivery-windows"
const BOARD = "/app/follow-ups/deliveries"

const LANGUAGES = ["en", "uk", "ru", "bg"] as const

/** A missing text is shown as its key. */
const KEY = /\b(followUps|delivery\w*|settings|menu|forms)\.[a-z]\w*/

const DAY_MS = 86_400_000

/** What the shop writes to customers has names of its own. */
const LIQUID = /\{[{%].*?[%}]\}/g

const EVERY_DAY = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  shipping_option_ids: [],
  capacity_unit: "orders",
  cut_off_minutes: 0,
  lead_minutes: 0,
  valid_from: null,
  valid_to: null,
  is_on: true,
}

/** Beyond its room, the page would scroll sideways. */
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function read<TAnswer>(page: Page, path: string): Promise<TAnswer> {
  const response = await page.request.get(path)
  if (!response.ok()) {
    throw new Error(`${path}: ${response.status()} ${await response.text()}`)
  }
  return await response.json()
}

async function send(page: Page, path: string, data: object) {
  const response = await page.request.post(path, { data })
  if (!response.ok()) {
    throw new Error(`${path}: ${response.status()} ${await response.text()}`)
  }
  return await response.json()
}

const card = (page: Page, name: string): Locator =>
  page.getByRole("article", { name })

/** The order of each card of a column, from its first to its last. */
const ordersIn = (page: Page, hours: string) =>
  page
    .getByRole("region", { name: hours })
    .getByRole("article")
    .evaluateAll((cards) =>
      cards.map((one) => /#\d+/.exec(one.getAttribute("aria-label") ?? "")?.[0])
    )

/**
 * Runs last: with windows to be agreed on, every other order would get a task
 * more.
 */
export function deliveryWindows(desk: () => Desk): void {
  const made: string[] = []

  /** Windows for all that is delivered in a zone. */
  const offer = async (
    page: Page,
    name: string,
    starts_at: string,
    ends_at: string,
    capacity: number,
    zone_name = "Ukraine"
  ): Promise<string> => {
    const { service_zones } = await read<AdminDeliveryWindowVocabularyResponse>(
      page,
      `${ROOT}/templates/vocabulary`
    )
    const zone = service_zones.find((one) => one.name === zone_name)
    const { id } = await send(page, `${ROOT}/templates`, {
      ...EVERY_DAY,
      name,
      starts_at,
      ends_at,
      time_zone: "Europe/Kyiv",
      service_zone_id: zone?.id,
      capacity,
    })
    made.push(id)
    return id
  }

  /** The windows of so many days ahead; none of them has begun yet. */
  const windowsIn = async (
    page: Page,
    days: number
  ): Promise<AdminPlannedWindow[]> => {
    const { windows, today } = await read<AdminDeliveryWindowCalendarResponse>(
      page,
      `${ROOT}/calendar?days=28`
    )
    const day = new Date(Date.parse(today) + days * DAY_MS)
      .toISOString()
      .slice(0, 10)
    return windows.filter(({ local_date }) => local_date === day)
  }

  const deliveryOf = async (page: Page, order_id: string) =>
    (
      await read<AdminDeliveryOfOrderResponse>(
        page,
        `${ROOT}/orders/${order_id}`
      )
    ).delivery

  beforeAll(async () => {
    const page = await desk().signIn()
    await offer(page, "Morning", "09:00", "12:00", 20)
    await offer(page, "Noon", "12:00", "15:00", 1)
    await desk().leave(page)
  })

  afterAll(async () => {
    const page = await desk().signIn()
    for (const id of made) {
      await page.request.delete(`${ROOT}/templates/${id}`)
    }
    await desk().leave(page)
  })

  it("are set up in the settings, for a date otherwise, and shown by how full they are", async () => {
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    await page.getByRole("button", { name: "Add windows" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Name").fill("Express")
    await page.keyboard.press("Escape")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Cancel" })
      .press("Enter")
    await page.getByRole("alertdialog").waitFor({ state: "detached" })
    expect(await drawer.getByLabel("Name").inputValue()).toBe("Express")
    await drawer.getByRole("button", { name: "Save" }).click()
    // The server says what is missing, where it is missing.
    await drawer
      .getByRole("group", { name: "Shipping options" })
      .getByText("Choose a service zone or at least one shipping option.")
      .waitFor()
    await drawer.getByRole("combobox", { name: "Service zone" }).press("Enter")
    await page.getByRole("option", { name: "Ukraine" }).click()
    await drawer.getByLabel("To", { exact: true }).fill("22")
    for (const day of ["Saturday", "Sunday"]) {
      await drawer.getByRole("button", { name: day }).press("Space")
    }
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drawer.getByRole("button", { name: "Save" }).press("Enter")
    await drawer.waitFor({ state: "detached" })
    const row = page.getByRole("button", {
      name: "Express every day · 18:00–22:00 Ukraine · 10 orders · until 2 h of working time before",
    })
    await row.waitFor()

    const [window] = await windowsIn(page, 3)
    const date = window?.local_date ?? ""
    const day = page.locator(`[data-date="${date}"]`)
    await day.getByRole("button").click()
    await drawer.getByLabel("Another capacity").click()
    // Each window begins with its own.
    const capacity = drawer.getByRole("textbox", { name: /^Capacity: / })
    expect(
      await capacity.evaluateAll((inputs) =>
        inputs.map((one) => (one instanceof HTMLInputElement ? one.value : ""))
      )
    ).toEqual(["20", "1", "10"])
    expect(
      await capacity.evaluateAll((inputs) =>
        inputs.map((one) => one.getAttribute("aria-label"))
      )
    ).toEqual([
      "Capacity: Morning · 09:00–12:00",
      "Capacity: Noon · 12:00–15:00",
      "Capacity: Express · 18:00–22:00",
    ])
    await drawer.getByText("0 of 20 taken").waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.getByText("Change at least one of them.").waitFor()
    const ofMorning = drawer.getByLabel("Capacity: Morning")
    await ofMorning.fill("0")
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer
      .getByText("To close the date, choose “No deliveries”.")
      .waitFor()
    await ofMorning.fill("3")
    await drawer.getByLabel("Label").fill("Half the couriers")
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.waitFor({ state: "detached" })
    await day.getByText("0 of 3 taken").first().waitFor()
    const exception = page.getByRole("button", {
      name: /Half the couriers · Morning · 09:00–12:00/,
    })
    await exception.waitFor()
    expect(await violations(page, "main")).toEqual([])

    // The date leads to what differs on it already, which may become another.
    const order = await desk().order({ last_name: "On A Closed Day" })
    await send(page, `${ROOT}/orders/${order.id}/book`, {
      window_id: window?.id,
    })
    await day.getByRole("button").click()
    await drawer.getByRole("heading", { name: "Change the date" }).waitFor()
    await drawer.getByLabel("No deliveries").click()
    await drawer.getByRole("button", { name: "Save" }).click()
    const question = page.getByRole("alertdialog")
    await question.getByText("1 booking no longer fits").waitFor()
    await question.getByText(`#${order.display_id}. Nobody is moved`).waitFor()
    expect(await violations(page, "[role=alertdialog]")).toEqual([])
    await question.getByRole("button", { name: "Save and call" }).click()
    await drawer.waitFor({ state: "detached" })
    await page.reload()
    await day.getByRole("link", { name: "1 to call" }).waitFor()
    await exception.getByText("1 to call").waitFor()
    expect(await violations(page, "main")).toEqual([])

    await exception.press("Enter")
    await drawer.getByRole("button", { name: "Remove" }).click()
    await exception.waitFor({ state: "detached" })
    await row.click()
    await drawer.getByRole("button", { name: "Copy" }).click()
    const name = drawer.getByLabel("Name")
    await until(async () => (await name.inputValue()) === "Express (copy)")
    await drawer.getByRole("button", { name: "Cancel" }).click()
    await drawer.waitFor({ state: "detached" })
    await row.click()
    await drawer.getByRole("button", { name: "Delete" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Delete" })
      .click()
    await row.waitFor({ state: "detached" })
    await desk().leave(page)
  })

  it("have messages to customers, which a shop says in its own words", async () => {
    const page = await desk().signIn()
    let load = () => {}
    const isLoading = new Promise<void>((resolve) => (load = resolve))
    await page.route("**/delivery-windows/calendar?*", async (route) => {
      await isLoading
      await route.continue()
    })
    await page.goto(SETTINGS)
    const main = page.getByRole("main")
    const frame = await main.boundingBox()
    await page
      .getByRole("navigation", { name: "On this page" })
      .getByRole("link", { name: "What customers are told" })
      .press("Enter")
    const row = page.getByRole("button", { name: /^Late\b/ })
    await row.waitFor()
    // What is above it is still loading, and makes room for itself.
    const calendar = page.getByRole("region", { name: "The coming weeks" })
    const before = await calendar.boundingBox()
    load()
    await until(
      async () =>
        ((await calendar.boundingBox())?.height ?? 0) > (before?.height ?? 0)
    )
    await until(
      async () =>
        await row.evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect()
          return top >= 0 && bottom <= window.innerHeight
        })
    )
    expect(await main.boundingBox()).toEqual(frame)
    await row.click()
    const drawer = page.getByRole("dialog")
    // What is typed is not lost by a look at another language, nor by Escape.
    const body = drawer.getByRole("textbox", { name: "Text", exact: true })
    await body.fill("Late again")
    const asked = page.getByRole("alertdialog")
    const stay = asked.getByRole("button", { name: "Cancel" })
    await drawer.getByRole("combobox", { name: "Language" }).press("Enter")
    await page.getByRole("option", { name: "Ukrainian" }).click()
    await stay.click()
    await asked.waitFor({ state: "detached" })
    expect(await body.inputValue()).toBe("Late again")
    await body.press("Escape")
    await stay.press("Enter")
    await asked.waitFor({ state: "detached" })
    expect(await body.inputValue()).toBe("Late again")
    await drawer.getByRole("combobox", { name: "Language" }).press("Enter")
    await page.getByRole("option", { name: "Ukrainian" }).click()
    await asked.getByRole("button", { name: "Continue" }).click()
    await asked.waitFor({ state: "detached" })
    const preview = drawer.getByRole("group", { name: "Preview" })
    const text = drawer.getByRole("textbox", { name: "Text", exact: true })
    await text.fill("Кур’єр буде {{ delivery.when }}")
    // What cannot be filled in is named as it is typed.
    await drawer
      .getByText(/delivery\.when/)
      .last()
      .waitFor()
    await drawer.getByRole("listitem").first().waitFor()
    await text.fill("Кур’єр буде о ")
    await drawer.getByRole("button", { name: "Insert", exact: true }).click()
    await page
      .getByRole("menuitem", { name: /^delivery\.expected_time/ })
      .click()
    await drawer.locator("textarea:focus").waitFor()
    expect(await text.inputValue()).toBe(
      "Кур’єр буде о {{ delivery.expected_time }}"
    )
    await preview.getByText(/Кур’єр буде о \d/).waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drawer.getByRole("button", { name: "Save" }).press("Enter")
    await drawer.waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Late UK" }).waitFor()
    await page.locator("button:focus", { hasText: "Late" }).waitFor()

    await page.keyboard.press("Enter")
    await drawer.getByRole("combobox", { name: "Language" }).press("Enter")
    await page.getByRole("option", { name: "Ukrainian" }).click()
    await preview.getByText(/Кур’єр буде о \d/).waitFor()
    await drawer
      .getByRole("button", { name: "Back to the plugin’s text" })
      .click()
    await drawer.waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Late", exact: true }).waitFor()
    await desk().leave(page)
  })

  it("are agreed on in the call that confirms the order and settles a shortage", async () => {
    const page = await desk().signIn()
    const order = await desk().order({
      first_name: "Three",
      last_name: "In One",
    })
    await desk().taskOf(page, order.id, "arrange_delivery")
    await send(page, "/admin/shortages/reports", {
      order_id: order.id,
      line_item_id: order.items?.[0]?.id,
      quantity_found: 0,
    })
    await until(async () => {
      const { status } = await desk().taskOf(page, order.id, "resolve_shortage")
      return status === "open"
    })
    const { id } = await desk().taskOf(page, order.id, "confirm_order")
    await page.goto(`/app/follow-ups?task=${id}`)
    const sheet = page.getByRole("dialog")
    await sheet.getByText("3 tasks in one call").waitFor()
    await sheet
      .getByRole("heading", { name: "Out of stock", exact: true })
      .waitFor()
    await page.keyboard.press("?")
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" })
    await keys.getByText("Out of stock", { exact: true }).waitFor()
    await keys.getByText("Delivery window", { exact: true }).waitFor()
    await page.keyboard.press("?")
    await keys.waitFor({ state: "detached" })
    await sheet.getByLabel("Choose another").fill("grinder")
    const found = sheet.getByRole("list", { name: "Found in the catalogue" })
    await found
      .getByRole("button", { name: /^Offer: / })
      .first()
      .press("Enter")
    await sheet.getByRole("button", { name: "Hold and offer" }).press("Enter")
    await sheet
      .getByRole("button", { name: /^Customer takes it/ })
      .press("Enter")
    await until(async () => {
      const { outcome } = await desk().taskOf(
        page,
        order.id,
        "resolve_shortage"
      )
      return outcome === "replaced"
    })
    // The keys settle what is left of the call.
    await sheet
      .locator("section[aria-current]")
      .getByRole("heading", { name: /^Arrange delivery/ })
      .waitFor()

    const choices = sheet.getByRole("listbox", { name: "Open windows" })
    await choices.waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await page.keyboard.press("d")
    await choices.locator("[role=option]:focus").waitFor()
    await page.keyboard.press("ArrowDown")
    const chosen = await choices.locator("[role=option]:focus").innerText()
    await page.keyboard.press("Enter")
    const said = sheet.getByRole("status")
    await said.filter({ hasText: /^Window agreed · .*:00–\d+:00$/ }).waitFor()
    expect(await page.locator("[data-sonner-toast]").count()).toBe(0)
    const arranged = await until(async () => {
      const task = await desk().taskOf(page, order.id, "arrange_delivery")
      return task.status === "completed" ? task : null
    })
    expect(arranged.outcome).toBe("window_agreed")
    const { booking } = await deliveryOf(page, order.id)
    expect(booking).toMatchObject({ status: "confirmed", agreed_by: "agent" })
    expect(chosen).toContain(booking?.window.local_start)

    // Its task is reopened only by who knows that the window stays booked.
    const reopen = sheet
      .getByRole("region", { name: /^Arrange delivery/ })
      .getByRole("button", { name: /^Reopen/ })
    const asked = page.getByRole("alertdialog")
    for (const [answer, status] of [
      ["Back", "completed"],
      ["Reopen", "open"],
    ] as const) {
      await reopen.press("Enter")
      await asked.getByRole("heading", { name: "Window agreed" }).waitFor()
      await asked.getByText(/^What was booked, .+ stays as it is\.$/).waitFor()
      await asked.getByRole("button", { name: answer }).click()
      await asked.waitFor({ state: "detached" })
      await until(async () => {
        const task = await desk().taskOf(page, order.id, "arrange_delivery")
        return task.status === status
      })
    }

    await sheet
      .getByRole("button", { name: /^Confirmed/ })
      .first()
      .click()
    await until(async () => {
      const { outcome } = await desk().taskOf(page, order.id, "confirm_order")
      return outcome === "confirmed"
    })

    // The order's page has it, too, and what happened to it.
    await page.goto(`/app/orders/${order.id}`)
    const widget = page
      .locator("div:has(> div > h2:text-is('Delivery window'))")
      .first()
    await widget.getByText("Agreed on the phone", { exact: true }).waitFor()
    await widget.evaluate((element) => element.setAttribute("data-ours", ""))
    await widget.getByText("History").click()
    await widget.getByText("Booked").waitFor()
    expect(await violationsAtEachWidth(page, "[data-ours]")).toEqual([])
    await widget.getByRole("button", { name: "Release" }).click()
    await widget.getByLabel("Why is it released?").fill("Collects it herself")
    await page.keyboard.press("Enter")
    await widget.getByText("No window agreed yet.").waitFor()
    expect((await deliveryOf(page, order.id)).booking?.status).toBe("released")
    await desk().leave(page)
  })

  it("are led to by one key, from order to order of a call until each has one", async () => {
    const page = await desk().signIn()
    const who = { email: "two-windows@mail.example", phone: "067 300 00 02" }
    const orders = [await desk().order(who), await desk().order(who)]
    const tasks: string[] = []
    for (const { id } of orders) {
      tasks.push((await desk().taskOf(page, id, "arrange_delivery")).id)
    }
    await page.goto(`/app/follow-ups?task=${tasks[0]}`)
    const choices = page
      .getByRole("dialog")
      .getByRole("listbox", { name: "Open windows" })
    for (const left of [2, 1]) {
      await until(async () => (await choices.count()) === left)
      await page.keyboard.press("d")
      await choices.first().locator("[role=option]:focus").waitFor()
      await page.keyboard.press("1")
    }
    for (const { id } of orders) {
      await until(async () => (await deliveryOf(page, id)).booking)
    }
    await desk().leave(page)
  })

  it("are led to at the marked task first, named by their orders, in a list that leaves the sheet's keys alone", async () => {
    const page = await desk().signIn()
    const who = { email: "marked-window@mail.example", phone: "067 300 00 04" }
    const first = await desk().order(who)
    const marked = await desk().order(who)
    await desk().taskOf(page, first.id, "arrange_delivery")
    const { id } = await desk().taskOf(page, marked.id, "arrange_delivery")
    await page.goto(`/app/follow-ups?task=${id}`)
    const sheet = page.getByRole("dialog")
    const sectionOf = (display_id?: number) =>
      sheet.locator("section[aria-labelledby]", {
        has: page.getByRole("heading", {
          name: `Delivery window #${display_id}`,
          exact: true,
        }),
      })
    const ours = sectionOf(marked.display_id)
    const others = sectionOf(first.display_id)
    const option = "[role=option]:focus"
    await ours.getByRole("option").first().waitFor()
    await others.getByRole("option").first().waitFor()
    const digit = ours.getByRole("option").first().locator("kbd")
    const outcome = ours
      .getByRole("button", { name: /^Window agreed/ })
      .locator("kbd")
    expect(await digit.isVisible()).toBe(false)
    expect(await outcome.isVisible()).toBe(true)

    await page.keyboard.press("d")
    await ours.locator(option).waitFor()
    expect(await digit.isVisible()).toBe(true)
    expect(await outcome.isVisible()).toBe(false)
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await page.keyboard.press("d")
    await others.locator(option).waitFor()
    await page.keyboard.press("d")
    await ours.locator(option).waitFor()

    // The sheet's other keys work there, and Escape leaves the list only.
    await page.keyboard.press("i")
    await sheet
      .getByRole("textbox", { name: "What should the next person know?" })
      .waitFor()
    await page.keyboard.press("Escape")
    await page.keyboard.press("d")
    await ours.locator(option).waitFor()
    await page.keyboard.press("Escape")
    await digit.waitFor({ state: "hidden" })
    expect(await outcome.isVisible()).toBe(true)
    await page.keyboard.press("d")
    await page.keyboard.press("d")
    await ours.locator(option).waitFor()
    await page.keyboard.press("1")
    await sheet
      .getByRole("status")
      .filter({ hasText: `Window agreed · #${marked.display_id} · ` })
      .waitFor()
    await until(async () => (await deliveryOf(page, marked.id)).booking)
    expect((await deliveryOf(page, first.id)).booking).toBeNull()
    await desk().leave(page)
  })

  it("that are full are booked for an order without one, with a reason, from the call and the order's page, by keys", async () => {
    const page = await desk().signIn()
    const taken = await desk().order({ last_name: "Takes It" })
    const [window] = (await windowsIn(page, 4)).filter(
      ({ local_start }) => local_start === "12:00"
    )
    await send(page, `${ROOT}/orders/${taken.id}/book`, {
      window_id: window?.id,
    })
    const orders = [
      await desk().order({ first_name: "By", last_name: "Phone" }),
      await desk().order({ first_name: "From", last_name: "Her Page" }),
    ]
    const [phoned, onPage] = orders.map(({ id }) => id)

    const { id } = await desk().taskOf(page, phoned ?? "", "arrange_delivery")
    await page.goto(`/app/follow-ups?task=${id}`)
    const ours = "[role=dialog]"
    const overbook = async (order_id: string | undefined) => {
      const room = page.locator(ours)
      const shows = room.getByRole("button", { name: /^\d+ full windows?$/ })
      await shows.focus()
      await page.keyboard.press("Enter")
      const full = room.getByRole("listbox", { name: "Full windows" })
      await full.locator("[role=option]:focus").waitFor()
      expect(await violations(page, ours)).toEqual([])
      await page.keyboard.press("1")
      const reason = room.getByLabel("Why one more?")
      await room.locator("input:focus").waitFor()
      expect(await violations(page, ours)).toEqual([])
      // Back, and to the same place again.
      await room
        .getByRole("button", { name: "Back", exact: true })
        .press("Enter")
      await full.locator("[role=option]:focus").waitFor()
      await page.keyboard.press("Enter")
      await room.locator("input:focus").waitFor()
      await reason.fill("Same house")
      await page.keyboard.press("Enter")
      return await until(
        async () => (await deliveryOf(page, order_id ?? "")).booking
      )
    }
    expect(await overbook(phoned)).toMatchObject({
      overbooked_reason: "Same house",
      window: { id: window?.id, booked: 2, capacity: 1 },
    })

    await page.goto(`/app/orders/${onPage}`)
    await page.getByRole("button", { name: "Choose a window" }).press("Enter")
    expect(await overbook(onPage)).toMatchObject({
      overbooked_reason: "Same house",
      window: { id: window?.id, booked: 3 },
    })

    // Whoever may not is told how many there are.
    await page.route(`**${ROOT}/granted`, async (route) => {
      await route.fulfill({ json: { overbook: false } })
    })
    await page.goto(`/app/orders/${orders[0]?.id}`)
    await page.getByRole("button", { name: "Another window" }).press("Enter")
    const drawer = page.getByRole("dialog")
    await drawer.getByText(/^\d+ windows? (is|are) full\.$/).waitFor()
    expect(
      await drawer.getByRole("button", { name: /full window/ }).count()
    ).toBe(0)
    await desk().leave(page)
  })

  it("have a board, on which orders move by keys and by hand, and a full one asks why", async () => {
    const page = await desk().signIn()
    const [morning, noon] = await windowsIn(page, 2)
    // Between the two, and for others.
    const sofia = await offer(page, "Sofia", "10:00", "13:00", 20, "Bulgaria")
    const names = ["Anna", "Borys", "Vira"]
    const placed: { id: string; number: string }[] = []
    for (const [index, first_name] of names.entries()) {
      const order = await desk().order({
        first_name,
        last_name: "Board",
        ...(first_name === "Vira" && { phone: undefined }),
      })
      placed.push({ id: order.id, number: `#${order.display_id}` })
      await send(page, `${ROOT}/orders/${order.id}/book`, {
        window_id: index === 2 ? noon?.id : morning?.id,
      })
    }
    const [anna, borys, vira] = placed.map(({ number }) => number)
    await page.goto(`${BOARD}?date=${morning?.local_date}`)
    await card(page, "Anna Board").waitFor()
    expect(await ordersIn(page, "09:00–12:00")).toEqual([anna, borys])
    await card(page, "Vira Board")
      .getByText("No phone number", { exact: true })
      .waitFor()
    expect(await violations(page, "main")).toEqual([])

    // None is cut off where fewer fit side by side.
    await page.setViewportSize({ width: 1030, height: 900 })
    expect(
      await page
        .getByRole("region", { name: "12:00–15:00" })
        .evaluate((column) => {
          const board = column.parentElement
          return board && board.scrollWidth - board.clientWidth
        })
    ).toBe(0)
    await page.setViewportSize({ width: 1400, height: 900 })

    // Up and down in a window, left and right between them.
    await page.keyboard.press("ArrowDown")
    await page.locator("article:focus", { hasText: "Anna Board" }).waitFor()
    for (const [key, name] of [
      ["ArrowDown", "Borys Board"],
      ["ArrowRight", "Vira Board"],
      ["ArrowLeft", "Anna Board"],
    ] as const) {
      await page.keyboard.press(key)
      await page.locator("article:focus", { hasText: name }).waitFor()
    }

    // To the left there is none; to the right, one that is for others is passed
    // over, and the next is full: it wants a reason.
    await page.keyboard.press("Shift+ArrowLeft")
    await page.getByText(/^No window on that side is open for #\d+/).waitFor()
    await page.keyboard.press("Shift+ArrowRight")
    const drawer = page.getByRole("dialog")
    await drawer.getByText("12:00–15:00 · 1 of 1 taken").waitFor()
    for (const unsaid of ["This window is full", "The courier may be"]) {
      expect(await drawer.getByText(unsaid).count()).toBe(0)
    }
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drawer.getByLabel("Why one more?").fill("Same street")
    await page.keyboard.press("Enter")
    await drawer.waitFor({ state: "detached" })
    await until(async () => (await ordersIn(page, "12:00–15:00")).length === 2)
    await page.locator("article:focus", { hasText: "Anna Board" }).waitFor()
    expect(await deliveryOf(page, placed[0]?.id ?? "")).toMatchObject({
      booking: { overbooked_reason: "Same street" },
    })

    // By hand, to where there is room, and not to where its courier never comes.
    const onTheWay = "The courier may be on the way: tell them, too."
    await courierReports(desk().store, {
      order_id: placed[2]?.id,
      eta: noon?.ends_at,
    }).expect(200)
    await page.reload()
    await card(page, "Vira Board").dragTo(
      page.getByRole("region", { name: "10:00–13:00" })
    )
    await card(page, "Vira Board").dragTo(
      page.getByRole("region", { name: "09:00–12:00" })
    )
    await drawer.getByText("Who agreed to this?").first().waitFor()
    await drawer.getByText(`at 15:00. ${onTheWay}`).waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drawer.getByText("09:00–12:00").first().waitFor()
    await drawer.getByRole("button", { name: "Agreed on the phone" }).click()
    await drawer.waitFor({ state: "detached" })
    await until(async () => (await ordersIn(page, "09:00–12:00")).length === 2)
    expect(await ordersIn(page, "09:00–12:00")).toEqual([borys, vira])

    // To any other, also another day's.
    await card(page, "Vira Board").focus()
    await page.keyboard.press("m")
    const choices = drawer.getByRole("listbox", { name: "Open windows" })
    await choices.locator("[role=option]:focus").waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await page.keyboard.press("End")
    await page.keyboard.press("Enter")
    await drawer.locator("button:focus", { hasText: "Agreed" }).waitFor()
    await page.keyboard.press("Enter")
    await drawer.waitFor({ state: "detached" })
    await card(page, "Vira Board").waitFor({ state: "detached" })
    const { booking } = await deliveryOf(page, placed[2]?.id ?? "")
    expect(booking?.window.local_date).not.toBe(morning?.local_date)
    // It can be taken back, which is a move of its own.
    await page.keyboard.press("u")
    await page.locator("article:focus", { hasText: "Vira Board" }).waitFor()
    const { history } = await deliveryOf(page, placed[2]?.id ?? "")
    expect(history.filter(({ kind }) => kind === "moved")).toHaveLength(3)
    await page.request.delete(`${ROOT}/templates/${sofia}`)

    // From further down, the list of keys is seen as well.
    await page.setViewportSize({ width: 1400, height: 300 })
    await card(page, "Vira Board").evaluate((one) => one.scrollIntoView())
    await page.keyboard.press("?")
    await page.getByText("To the next window that is open for it").waitFor()
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" })
    expect((await keys.boundingBox())?.y).toBeGreaterThan(0)
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await page.keyboard.press("ArrowDown")
    await until(() => keys.evaluate(({ scrollTop }) => scrollTop > 0))
    await page.setViewportSize({ width: 1400, height: 900 })
    await page.keyboard.press("?")
    await page
      .getByText("To the next window that is open for it")
      .waitFor({ state: "detached" })

    // What the courier takes along, and nothing else, is printed.
    await page.emulateMedia({ media: "print" })
    const list = page.locator("[data-courier-list]")
    for (const text of [
      "Anna Board",
      "No phone number",
      "вул. Січових Стрільців, 21",
      "To collect",
    ]) {
      expect(await list.innerText()).toContain(text)
    }
    // Each page of a table repeats its head.
    const head = list.getByRole("table").first().locator("thead")
    expect(await head.innerText()).toContain("09:00–12:00")
    expect(await list.isVisible()).toBe(true)
    expect(await page.getByRole("main").isVisible()).toBe(false)
    // Chromium can forget which medium it stands in for when a page is reloaded.
    await page.emulateMedia({ media: null })
    const unlock = await desk().lock("lock table shortage_line")
    await page.reload()
    const unknown = "What is out of stock is not known just now: "
    await page
      .getByRole("alert")
      .getByText(`${unknown}the amounts are for whole orders.`)
      .waitFor()
    await page.emulateMedia({ media: "print" })
    await list
      .getByText(`${unknown}all of each order is listed.`)
      .first()
      .waitFor()
    await page.emulateMedia({ media: null })
    await unlock()

    // Another day takes away the card with the focus; an arrow leads back.
    await card(page, "Vira Board").focus()
    await page.keyboard.press("n")
    await page.waitForURL((url) => {
      const date = url.searchParams.get("date")
      return date !== null && date > (morning?.local_date ?? "")
    })
    await card(page, "Vira Board").waitFor({ state: "detached" })
    await page.keyboard.press("p")
    await card(page, "Vira Board").waitFor()
    await page.keyboard.press("ArrowDown")
    await page.locator("article:focus").waitFor()

    // The way back from an order's page leads to its card, also if it is reloaded.
    await card(page, "Borys Board").press("Enter")
    await page.waitForURL(/\/orders\//)
    await page.reload()
    await page.goBack()
    await page.locator("article:focus", { hasText: "Borys Board" }).waitFor()
    await desk().leave(page)
  })

  it("are chosen at checkout, moved by the customer on a phone in every language, and called about when the courier is late", async () => {
    const agent = await desk().signIn()
    const checkout = await desk().checkOut({
      first_name: "Chooses",
      last_name: "Herself",
    })
    const { sdk, cart_id } = checkout
    const { delivery_windows } =
      await sdk.client.fetch<StoreDeliveryWindowListResponse>(
        "/store/delivery-windows",
        { query: { cart_id } }
      )
    const [wanted] = await windowsIn(agent, 1)
    expect(delivery_windows.map(({ id }) => id)).toContain(wanted?.id)
    await sdk.client.fetch("/store/delivery-windows/hold", {
      method: "POST",
      body: { cart_id, window_id: wanted?.id },
    })
    const order = await complete(checkout)
    const delivery = await until(async () => {
      const now = await deliveryOf(agent, order.id)
      return now.booking?.status === "confirmed" && now.link ? now : null
    })
    expect(delivery.booking).toMatchObject({
      agreed_by: "customer",
      window: { id: wanted?.id },
    })

    const context = await desk().window({ width: 390 })
    const page = await context.newPage()
    const { pathname } = new URL(delivery.link ?? "")
    const sends = {
      en: "Choose this time",
      ru: "Выбрать это время",
      bg: "Избирам този час",
      uk: "Обрати цей час",
    }
    for (const [language, label] of Object.entries(sends)) {
      await page.goto(`${pathname}?lang=${language}`)
      await page.getByRole("button", { name: label }).waitFor()
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations: found } = await new AxeBuilder({ page })
          .setLegacyMode(true)
          .analyze()
        expect(found.map(({ id }) => id)).toEqual([])
      }
      expect(await tooWide(page)).toBeLessThanOrEqual(0)
    }
    const other = page.getByRole("radio").first()
    await other.press("Space")
    await page.getByRole("button", { name: sends.uk }).press("Enter")
    await page.getByText("Дякуємо! Новий час узгоджено.").waitFor()
    const moved = await deliveryOf(agent, order.id)
    expect(moved.booking?.window.id).not.toBe(wanted?.id)
    expect(moved.booking?.agreed_by).toBe("customer")
    await context.close()

    // The courier will be late: the customer is called before they call.
    const end = Date.parse(moved.booking?.window.ends_at ?? "")
    await courierReports(desk().store, {
      order_id: order.id,
      eta: new Date(end + 25 * 60_000).toISOString(),
    }).expect(200)
    const late = await desk().taskOf(agent, order.id, "delivery_late")
    await agent.goto(`/app/follow-ups?task=${late.id}`)
    const sheet = agent.getByRole("dialog")
    await sheet.getByText(/^Expected .*, 25 min late$/).waitFor()
    await sheet.getByText(/ваша доставка запізнюється/).waitFor()
    expect(await violations(agent, "[role=dialog]")).toEqual([])
    await sheet.getByRole("button", { name: /^Told, and waits/ }).click()
    await until(async () => {
      const { outcome } = await desk().taskOf(agent, order.id, late.type)
      return outcome === "told"
    })
    await agent.goto(`${BOARD}?date=${moved.booking?.window.local_date}`)
    await card(agent, "Chooses Herself")
      .getByText(/25 min late$/)
      .waitFor()
    await desk().leave(agent)
  })

  it("say which are over and unreported, and what to do about each", async () => {
    const page = await desk().signIn()
    const order = await desk().order({ first_name: "Ivan", last_name: "Past" })
    const [window] = await windowsIn(page, 4)
    await send(page, `${ROOT}/orders/${order.id}/book`, {
      window_id: window?.id,
    })
    // Nobody books what is over: it is made so.
    await desk().write(
      `update delivery_window
          set starts_at = starts_at - interval '10 days',
              ends_at = ends_at - interval '10 days',
              local_date = local_date - 10
        where id = '${window?.id}'`
    )
    await page.goto(BOARD)
    const opener = page.getByRole("button", { name: /unreported/ })
    await opener.waitFor()
    await page.keyboard.press("b")
    const drawer = page.getByRole("dialog")
    const past = drawer.getByRole("listitem").filter({ hasText: "Ivan Past" })
    await past.getByText("Nothing is packed yet.").waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await page.keyboard.press("Escape")
    await drawer.waitFor({ state: "detached" })

    await opener.press("Enter")
    await past.waitFor()
    await page.keyboard.press("Escape")
    await page.locator("button:focus", { hasText: "unreported" }).waitFor()
    await opener.press("Enter")
    await past.getByRole("button", { name: "Show the day" }).press("Enter")
    await card(page, "Ivan Past").waitFor()
    await opener.press("Enter")
    await past.getByRole("link", { name: "Open the order" }).press("Enter")
    await page.waitForURL(`**/orders/${order.id}`)
    await desk().leave(page)
  })

  describe("in every language", () => {
    let order_id = ""
    let date = ""
    beforeAll(async () => {
      const { id } = await desk().order({ last_name: "Words" })
      const page = await desk().signIn()
      const [window] = await windowsIn(page, 1)
      await send(page, `${ROOT}/orders/${id}/book`, { window_id: window?.id })
      await desk().leave(page)
      order_id = id
      date = window?.local_date ?? ""
    })

    it.each(LANGUAGES)(
      "have their texts, and room for them on a phone, in %s",
      async (language) => {
        for (const width of [1400, 390]) {
          const page = await desk().signIn(0, { language, width })
          const look = async (ours: string) => {
            const shown = await texts(page)
            expect(shown.replace(LIQUID, "")).not.toMatch(KEY)
            expect(await tooWide(page)).toBeLessThanOrEqual(0)
            if (width === 390 && language === "uk") {
              expect(await violations(page, ours)).toEqual([])
            }
          }
          await page.goto(`${BOARD}?date=${date}`)
          await page.getByRole("article").first().waitFor()
          await look("main")
          await goOn(page, `/app/orders/${order_id}`)
          await page.locator("h2", { hasText: TITLES[language] }).waitFor()
          await look("h2")
          await goOn(page, SETTINGS)
          await page.locator("[data-date]").last().waitFor()
          await look("main")
          const rows = page.getByRole("main").locator("section ul button")
          await rows.last().click()
          await page.getByRole("dialog").waitFor()
          await look("[role=dialog]")
          await desk().leave(page)
        }
      }
    )
  })
}

const TITLES: Record<(typeof LANGUAGES)[number], string> = {
  en: "Delivery window",
  uk: "Вікно доставки",
  ru: "Окно доставки",
  bg: "Интервал за доставка",
}
