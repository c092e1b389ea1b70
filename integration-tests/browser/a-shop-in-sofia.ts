import type { HttpTypes } from "@medusajs/framework/types"
import type { Page } from "playwright-core"
import type { SeededShop } from "../../demo/seed"
import type { Shopper } from "../../demo/seed/people"
import { placeOrder } from "../../demo/shopper/order"
import type {
  AdminFollowUpCalendar,
  AdminFollowUpCalendarListResponse,
  AdminFollowUpHolidaysResponse,
} from "../../src/api/admin/follow-ups/calendars/types"
import type {
  AdminFollowUpDetailResponse,
  AdminFollowUpExplanationResponse,
} from "../../src/api/admin/follow-ups/types"
import { compileCalendar } from "../../src/business-time"
import { until } from "../shop/until"
import { type Desk, rowOf } from "./desk"
import { TRIED_AGAIN } from "./tried-again"

const CALENDARS = "/app/settings/follow-ups/calendars"

const DAY_MS = 86_400_000
const PREVIEW_DAYS = 42

const workday = [["09:00", "18:00"]]
const shift = [["20:00", "04:00"]]

/** A day off that is no public holiday, always in the future. */
const stocktaking = { label: "Инвентаризация", date: inSofia(10) }

const maria: Shopper = {
  email: "maria@mail.example",
  first_name: "Мария",
  last_name: "Георгиева",
  phone: "0888 000 123",
  country: "bg",
  city: "София",
  street: "ул. Граф Игнатиев 12, ет. 4",
  postcode: "1000",
}

const stoyan: Shopper = {
  ...maria,
  email: "stoyan@mail.example",
  first_name: "Стоян",
  last_name: "Димитров",
  phone: "+359 87 700 0456",
}

/** The date in Sofia, this many days from now. */
function inSofia(days = 0): string {
  return new Intl.DateTimeFormat("sv", { timeZone: "Europe/Sofia" }).format(
    Date.now() + days * DAY_MS
  )
}

const thisYear = () => Number(inSofia().slice(0, 4))

async function get<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(path, TRIED_AGAIN)
  if (!response.ok()) {
    throw new Error(`${path}: ${await response.text()}`)
  }
  return await response.json()
}

async function post<Answer>(
  page: Page,
  path: string,
  data: object
): Promise<Answer> {
  const response = await page.request.post(path, { data, ...TRIED_AGAIN })
  if (!response.ok()) {
    throw new Error(`${path}: ${await response.text()}`)
  }
  return await response.json()
}

/** Medusa's own part: a sales channel with all products, and its key. */
async function openSalesChannel(page: Page, name: string): Promise<string> {
  const { sales_channel } = await post<HttpTypes.AdminSalesChannelResponse>(
    page,
    "/admin/sales-channels",
    { name }
  )
  const add = [sales_channel.id]
  const { api_key } = await post<HttpTypes.AdminApiKeyResponse>(
    page,
    "/admin/api-keys",
    { title: name, type: "publishable" }
  )
  await post(page, `/admin/api-keys/${api_key.id}/sales-channels`, { add })
  const { stock_locations } =
    await get<HttpTypes.AdminStockLocationListResponse>(
      page,
      "/admin/stock-locations"
    )
  for (const { id } of stock_locations) {
    await post(page, `/admin/stock-locations/${id}/sales-channels`, { add })
  }
  const { products } = await get<HttpTypes.AdminProductListResponse>(
    page,
    "/admin/products?fields=id"
  )
  await post(page, `/admin/sales-channels/${sales_channel.id}/products`, {
    add: products.map(({ id }) => id),
  })
  return api_key.token
}

async function calendarNamed(
  page: Page,
  name: string
): Promise<AdminFollowUpCalendar> {
  const { calendars } = await get<AdminFollowUpCalendarListResponse>(
    page,
    "/admin/follow-ups/calendars"
  )
  const named = calendars.find((calendar) => calendar.name === name)
  if (!named) {
    throw new Error(`There is no calendar ${name}`)
  }
  return named
}

/** The public holidays still to come, with their names by date. */
async function daysOff(page: Page, year: number): Promise<Map<string, string>> {
  const { holidays } = await get<AdminFollowUpHolidaysResponse>(
    page,
    `/admin/follow-ups/calendars/holidays?country=bg&year=${year}&locale=bg`
  )
  const names = new Map<string, string>()
  for (const { date, name, kind } of holidays) {
    if (kind === "public" && date >= inSofia()) {
      const same = names.get(date)
      names.set(date, same ? `${same}, ${name}` : name)
    }
  }
  return names
}

async function keepHours(
  page: Page,
  day: string,
  [opens, closes]: [string, string]
): Promise<void> {
  await page.getByRole("textbox", { name: `${day}, отваря в` }).fill(opens)
  const end = page.getByRole("textbox", { name: `${day}, затваря в` })
  await end.fill(closes)
  await end.press("Tab")
}

async function copyHours(page: Page, day: string, to: string): Promise<void> {
  await page.getByRole("button", { name: `Копирай часовете: ${day}` }).click()
  await page.getByRole("menuitem", { name: to }).click()
}

/** Ticks every public holiday of a year. Their number is known. */
async function tickHolidays(
  page: Page,
  year: number,
  count: number
): Promise<void> {
  await page.getByRole("button", { name: "Официални празници" }).click()
  const drawer = page.getByRole("dialog", { name: "Официални празници" })
  await drawer.getByLabel("Държава").click()
  await page.keyboard.type("бълг")
  await page.getByRole("option", { name: "България" }).waitFor()
  await page.keyboard.press("Enter")
  await drawer.getByRole("combobox", { name: "Година" }).click()
  await page.getByRole("option", { name: String(year) }).click()
  if (count > 1) {
    await drawer
      .getByRole("button", { name: "Отметни всички почивни дни" })
      .click()
  } else {
    await drawer.getByRole("checkbox").click()
  }
  await drawer
    .getByRole("button", { name: new RegExp(`^Добави ${count} дат`) })
    .click()
  await drawer.waitFor({ state: "detached" })
}

async function closeOn(
  page: Page,
  { date, label }: { date: string; label: string }
): Promise<void> {
  await page.getByRole("button", { name: "Добави дата" }).click()
  const drawer = page.getByRole("dialog", { name: "Добави дата" })
  await drawer.getByLabel("Дата", { exact: true }).fill(date)
  await drawer.getByLabel("Име на деня (по избор)").fill(label)
  await drawer.getByRole("button", { name: "Добави дата" }).click()
  await drawer.waitFor({ state: "detached" })
}

/** The text of a date's row in the preview. */
const previewed = (page: Page, date: string) =>
  page
    .getByRole("region", { name: "Следващите шест седмици" })
    .first()
    .locator(`[data-date="${date}"]`)

/** Saves, and confirms the effect on open tasks if there is any. */
async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Запазване", exact: true }).click()
  const question = page.getByRole("alertdialog")
  const saved = page.getByText("Календарът е запазен", { exact: true })
  await question.or(saved).first().waitFor()
  if (await question.isVisible()) {
    await question.getByRole("button", { name: "Запази" }).click()
  }
  await saved.first().waitFor()
}

async function choose(page: Page, label: string, choice: string) {
  await page.getByRole("combobox", { name: label, exact: true }).click()
  await page.getByRole("option", { name: choice, exact: true }).click()
}

/**
 * A new shop sets up its two calendars. It changes the default calendar for
 * good, so it runs after all tests that depend on that one.
 */
export function aShopInSofia(desk: () => Desk): void {
  const signIn = () => desk().signIn(0, { language: "bg" })
  let taxiKey = ""
  const holidays = new Map<string, string>()

  const order = (shopper: Shopper, shop: SeededShop) =>
    placeOrder({
      url: desk().store.url,
      shop,
      shopper,
      basket: [
        {
          variant_id: shop.variant_ids[0] ?? "",
          title: "kettle",
          quantity: 1,
        },
      ],
    })

  beforeAll(async () => {
    const page = await signIn()
    taxiKey = await openSalesChannel(page, "Такси")
    const days = [
      ...(await daysOff(page, thisYear())),
      ...(await daysOff(page, thisYear() + 1)),
    ]
    days.forEach(([date, name]) => holidays.set(date, name))
    await desk().leave(page)
  })

  it("keeps its hours on the calendar that is there", async () => {
    const page = await signIn()
    await page.goto("/app/settings/store")
    await page
      .locator("aside")
      .getByRole("link", { name: "Обработка на поръчки" })
      .first()
      .click()
    const main = page.getByRole("main")
    await main.getByRole("link", { name: "Календари" }).click()
    await main.getByRole("link", { name: /Основен/ }).click()

    await page.getByLabel("Име", { exact: true }).fill("Работно време в София")
    await page.getByLabel("Часова зона").click()
    await page.keyboard.type("sofia")
    await page.getByRole("option", { name: "Europe/Sofia" }).click()
    await keepHours(page, "понеделник", ["9", "18"])
    await copyHours(page, "понеделник", "До всички отворени дни")
    await keepHours(page, "събота", ["10", "14"])
    await page.getByRole("switch", { name: "неделя" }).click()
    await save(page)
    await page.getByRole("heading", { name: "Работно време в София" }).waitFor()

    const { definition, is_default } = await calendarNamed(
      page,
      "Работно време в София"
    )
    expect(is_default).toBe(true)
    expect(definition).toMatchObject({ time_zone: "Europe/Sofia" })
    expect(definition.weekly).toEqual({
      monday: workday,
      tuesday: workday,
      wednesday: workday,
      thursday: workday,
      friday: workday,
      saturday: [["10:00", "14:00"]],
    })
    await desk().leave(page)
  })

  it("closes on Bulgaria's holidays of two years, which the preview names", async () => {
    const page = await signIn()
    await page.goto(CALENDARS)
    await page.getByRole("link", { name: /Основен/ }).click()
    for (const year of [thisYear(), thisYear() + 1]) {
      const count = [...holidays.keys()].filter((date) =>
        date.startsWith(String(year))
      ).length
      // After Christmas, this year has no holidays left to tick.
      if (count > 0) {
        await tickHolidays(page, year, count)
      }
    }
    await closeOn(page, stocktaking)

    const closed = new Map(holidays).set(stocktaking.date, stocktaking.label)
    for (const [date, name] of closed) {
      if (date < inSofia(PREVIEW_DAYS)) {
        await previewed(page, date).getByText(`${name}: Затворено`).waitFor()
      }
    }
    await save(page)

    const { definition } = await calendarNamed(page, "Работно време в София")
    expect(definition.exceptions).toEqual(
      [...closed]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([date, label]) => ({ date, label, windows: [] }))
    )
    const year = thisYear() + 1
    expect(holidays.get(`${year}-03-03`)).toContain("Освобождението")
    expect(holidays.get(`${year}-12-25`)).toContain("Коледа")
    await desk().leave(page)
  })

  it("makes a calendar for the night shift, and binds it to its taxis", async () => {
    const page = await signIn()
    await page.goto(CALENDARS)
    await page.getByRole("link", { name: "Създай календар" }).click()
    await page.getByLabel("Име", { exact: true }).fill("Нощна смяна")
    await keepHours(page, "понеделник", ["20", "4"])
    await copyHours(page, "понеделник", "За всеки ден")
    await previewed(page, inSofia(1))
      .getByText("00:00–04:00, 20:00–24:00")
      .waitFor()
    await page.getByRole("button", { name: "Създай календар" }).click()
    await page.getByRole("heading", { name: "Нощна смяна", level: 1 }).waitFor()

    await page.getByRole("combobox", { name: "Търговски канали" }).click()
    await page.getByRole("option", { name: "Такси", exact: true }).click()
    await page.keyboard.press("Escape")
    await save(page)

    const { definition, bindings } = await calendarNamed(page, "Нощна смяна")
    expect(definition).toMatchObject({
      time_zone: "Europe/Sofia",
      weekly: { monday: shift, saturday: shift, sunday: shift },
    })
    expect(Object.values(definition.weekly)).toEqual(Array(7).fill(shift))
    expect(bindings).toMatchObject([
      { scope: "sales_channel", reference_name: "Такси" },
    ])
    await desk().leave(page)
  })

  it("asks which one applies, and why", async () => {
    const page = await signIn()
    await page.goto(CALENDARS)
    await page.getByRole("link", { name: /^Нощна смяна.*Такси/ }).waitFor()
    const which = page.getByRole("region", { name: "Кой календар важи?" })
    await choose(page, "Вид задача", "Потвърждение на поръчка")
    await choose(page, "Търговски канал", "Такси")
    await which.getByRole("link", { name: "Нощна смяна" }).waitFor()
    await which
      .getByRole("listitem")
      .filter({ hasText: "Търговски канал: Такси – задава този календар" })
      .waitFor()

    await choose(page, "Търговски канал", "Online shop")
    await which.getByRole("link", { name: "Работно време в София" }).waitFor()
    const asked = await which.getByRole("listitem").allInnerTexts()
    expect(asked).toContain("Търговски канал: Online shop – не задава нищо")
    expect(asked.at(-1)).toBe("Основен календар – важи, тъй като няма друг")
    await desk().leave(page)
  })

  it.each([
    ["the shop's own", maria, "Работно време в София", "Нощна смяна"],
    ["the taxis'", stoyan, "Нощна смяна", "Работно време в София"],
  ] as const)(
    "opens the task of an order in %s channel under its calendar",
    async (_, shopper, name, other) => {
      const page = await signIn()
      const { store } = desk()
      const { id } = await order(
        shopper,
        shopper === stoyan ? { ...store, publishable_key: taxiKey } : store
      )
      const task = await desk().taskOf(page, id)
      const calendar = await calendarNamed(page, name)
      const { follow_up } = await get<AdminFollowUpDetailResponse>(
        page,
        `/admin/follow-ups/${task.id}`
      )
      expect(follow_up.calendar).toEqual({
        id: calendar.id,
        name,
        version: calendar.version,
        time_zone: "Europe/Sofia",
      })
      expect(calendar.id).not.toBe((await calendarNamed(page, other)).id)

      const hours = compileCalendar(calendar.definition)
      const { explanation } = await get<AdminFollowUpExplanationResponse>(
        page,
        `/admin/follow-ups/${task.id}/explanation`
      )
      expect(explanation.calendar).toMatchObject({ id: calendar.id })
      for (const { from, business_seconds, at } of explanation.deadlines) {
        expect(hours.add(new Date(from), business_seconds)).toEqual(
          new Date(at)
        )
      }

      await page.goto("/app/follow-ups")
      await page.getByRole("searchbox", { name: "Търсене" }).fill(shopper.email)
      const row = rowOf(page, `${shopper.first_name} ${shopper.last_name}`)
      const timer = row.locator("[data-timer]")
      // Until the search has narrowed the list down, the row may still move.
      const timers = page.getByRole("grid").locator("[data-timer]")
      await until(async () => (await timers.count()) === 1)
      await until(
        async () =>
          (await timer.getAttribute("data-timer")) ===
          (hours.isOpen(new Date()) ? "running" : "closed")
      )
      await timer.hover()
      const limit = explanation.deadlines.find(
        ({ deadline }) => deadline === "response_limit"
      )
      const clock = new Intl.DateTimeFormat("en-GB", {
        timeZone: "Europe/Sofia",
        timeStyle: "short",
      }).format(new Date(limit?.at ?? ""))
      const why = page.getByRole("tooltip")
      await why.getByText(/^Краен срок/).waitFor({ state: "attached" })
      expect(await why.textContent()).toMatch(
        new RegExp(`Краен срок [^К]*${clock}`)
      )
      await desk().leave(page)
    }
  )
}
