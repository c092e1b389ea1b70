import type { Locator, Page } from "playwright-core"
import { WEEKDAYS } from "../../src/business-time"
import type {
  AdminFollowUpCalendar,
  AdminFollowUpCalendarListResponse,
} from "../../src/api/admin/follow-ups/calendars/types"
import { until } from "../shop/until"
import { violations } from "./accessibility"
import { type Desk, goOn } from "./desk"
import { texts } from "./languages"
import { TRIED_AGAIN } from "./tried-again"

const CALENDARS = "/app/settings/follow-ups/calendars"

/** A missing text is shown as its key. */
const KEY = /\b(settings|types|time|forms)\.[a-z]\w*/

async function calendarNamed(
  page: Page,
  name: string
): Promise<AdminFollowUpCalendar | undefined> {
  const response = await page.request.get(
    "/admin/follow-ups/calendars",
    TRIED_AGAIN
  )
  const { calendars }: AdminFollowUpCalendarListResponse = await response.json()
  return calendars.find((calendar) => calendar.name === name)
}

/** Creates a calendar through the page, and ends on the calendar's own page. */
async function create(page: Page, name: string): Promise<void> {
  await page.goto(CALENDARS)
  await page.getByRole("link", { name: "Create calendar" }).click()
  await page.getByLabel("Name", { exact: true }).fill(name)
  await page.getByRole("button", { name: "Create calendar" }).click()
  await page.getByRole("heading", { name, level: 1 }).waitFor()
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).last().click()
}

/**
 * Deletes the calendar whose page is shown. Returns the confirmation's text.
 */
async function remove(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Actions for this calendar" }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  const question = page.getByRole("alertdialog", { name: /^Delete / })
  const asked = await question.innerText()
  await question.getByRole("button", { name: "Delete" }).click()
  await question.waitFor({ state: "detached" })
  return asked
}

const openHours = (page: Page) =>
  page
    .getByRole("region", { name: "Next six weeks" })
    .first()
    .getByText(/open hours?, times in/)

const hasFocus = (of: Locator) =>
  of.evaluate((it) => it === document.activeElement)

/** The weekday three days from now, so that nothing is due before it. */
function farWeekday(): string {
  const day = WEEKDAYS[(new Date().getUTCDay() + 2) % 7] ?? "monday"
  return day.charAt(0).toUpperCase() + day.slice(1)
}

async function openOnlyOn(page: Page, weekday: string): Promise<void> {
  for (const day of WEEKDAYS) {
    const toggle = page.getByRole("switch", { name: new RegExp(day, "i") })
    const wanted = day === weekday.toLowerCase()
    if ((await toggle.getAttribute("aria-checked")) !== String(wanted)) {
      await toggle.click()
    }
  }
  await page.getByRole("textbox", { name: `${weekday}, opens` }).fill("10")
  await page.getByRole("textbox", { name: `${weekday}, closes` }).fill("11")
}

export function calendarSettings(desk: () => Desk): void {
  it("is there in the settings menu, with the calendar that the shop began with", async () => {
    const page = await desk().signIn()
    await page.goto("/app/settings/store")
    await page
      .locator("aside")
      .getByRole("link", { name: "Follow-ups" })
      .first()
      .click()
    await page
      .getByRole("main")
      .getByRole("link", { name: "Calendars" })
      .click()
    const standard = page.getByRole("link", { name: /Default/ })
    await standard.waitFor()

    const text = await standard.innerText()
    expect(text).toContain("Always open")
    expect(text).toMatch(/everywhere(?! else)/i)
    await desk().leave(page)
  })

  it("makes a calendar with a night shift, typed by keyboard, and shows its weeks", async () => {
    const page = await desk().signIn()
    await page.goto(`${CALENDARS}/create`)
    await page.getByLabel("Name", { exact: true }).fill("Night shift")
    await openHours(page).waitFor()
    const before = await openHours(page).innerText()
    await page.getByRole("textbox", { name: "Monday, opens" }).focus()
    await page.keyboard.type("22")
    await page.keyboard.press("Tab")
    await page.keyboard.type("6")
    await page.keyboard.press("Tab")
    await page.getByText("next day", { exact: true }).waitFor()
    await until(async () => (await openHours(page).innerText()) !== before)
    await page.getByRole("button", { name: "Create calendar" }).click()
    await page.getByRole("heading", { name: "Night shift", level: 1 }).waitFor()

    const made = await calendarNamed(page, "Night shift")
    expect(made?.definition.weekly).toMatchObject({
      monday: [["22:00", "06:00"]],
      tuesday: [["09:00", "18:00"]],
    })
    expect(await page.locator("[data-today]").count()).toBe(1)
    await remove(page)
    await desk().leave(page)
  })

  it("copies a day to all open days, and says what is no time", async () => {
    const page = await desk().signIn()
    await page.goto(`${CALENDARS}/create`)
    const opens = page.getByRole("textbox", { name: "Monday, opens" })
    await opens.fill("soon")
    await opens.press("Tab")
    await page.getByText(/opening time is missing/).waitFor()
    await opens.fill("830")
    await opens.press("Tab")
    const more = page.getByRole("button", { name: "Add hours, Monday" })
    await more.click()
    const remove = page.getByRole("button", {
      name: /^Remove .*, Monday$/,
    })
    await remove.last().press("Enter")
    await until(() => hasFocus(more))
    await page.getByRole("button", { name: "Copy the hours of Monday" }).click()
    await page.getByRole("menuitem", { name: "To all open days" }).click()

    const friday = page.getByRole("textbox", { name: "Friday, opens" })
    expect(await friday.inputValue()).toBe("08:30")
    expect(
      await page
        .getByRole("switch", { name: "Sunday" })
        .getAttribute("aria-checked")
    ).toBe("false")
    await desk().leave(page)
  })

  it("refuses a calendar that never opens", async () => {
    const page = await desk().signIn()
    await page.goto(`${CALENDARS}/create`)
    await page.getByLabel("Name", { exact: true }).fill("Never")
    for (const switched of await page
      .getByRole("switch", { checked: true })
      .all()
      .then((all) => all.reverse())) {
      await switched.click()
    }
    await page.getByRole("button", { name: "Create calendar" }).click()

    const week = page.getByRole("region", { name: "Weekly hours" })
    await week
      .getByRole("alert")
      .getByText(/never opens/)
      .waitFor()
    expect(page.url()).toContain("/create")
    expect(await calendarNamed(page, "Never")).toBeUndefined()
    await desk().leave(page)
  })

  it("finds a time zone by its country, in the language of the dashboard", async () => {
    const page = await desk().signIn(0, { language: "uk" })
    await page.goto(`${CALENDARS}/create`)
    await page.getByLabel("Часовий пояс").click()
    await page.keyboard.type("болгарія")
    await page.getByRole("option", { name: /Sofia/ }).waitFor()

    expect(await page.getByRole("option").count()).toBe(1)
    await desk().leave(page)
  })

  it("opens the list of time zones at the chosen one, once all are there", async () => {
    const page = await desk().signIn()
    await page.goto(`${CALENDARS}/create`)
    await page.getByLabel("Time zone").click()
    await page.getByRole("option", { name: "Africa/Abidjan" }).waitFor()
    const active = await page
      .getByRole("combobox", { name: "Time zone" })
      .getAttribute("aria-activedescendant")
    const option = page.locator(`[id="${active}"]`)
    expect(await option.getAttribute("aria-selected")).toBe("true")
    await page.keyboard.press("Escape")
    await desk().leave(page)
  })

  it("says in the language of the dashboard what the server refuses, where it is", async () => {
    const page = await desk().signIn(0, { language: "uk" })
    await page.goto(`${CALENDARS}/create`)
    await page.getByLabel("Назва", { exact: true }).fill("OPENING hours")
    const refused = page.waitForResponse((answer) => answer.status() === 400)
    await page.getByRole("button", { name: "Створити календар" }).click()

    expect(await (await refused).json()).toMatchObject({
      code: "name_taken",
      path: ["name"],
    })
    await page
      .getByRole("alert")
      .getByText("Назва «Opening hours» уже зайнята.")
      .waitFor()
    await desk().leave(page)
  })

  it("leads from a new calendar to where it is chosen what it is for", async () => {
    const page = await desk().signIn()
    await create(page, "For nothing yet")
    const nowhere = page.getByText("This calendar applies nowhere yet")
    await nowhere.waitFor()
    await page.getByRole("button", { name: "Choose where it applies" }).click()
    await page
      .getByRole("group", { name: "Sales channels" })
      .getByRole("option")
      .first()
      .waitFor()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await nowhere.waitFor({ state: "detached" })

    await page.keyboard.press("Escape")
    await page.getByRole("button", { name: "Discard" }).click()
    await nowhere.waitFor()
    await remove(page)
    await desk().leave(page)
  })

  it("adds the holidays that were ticked, and no other", async () => {
    const page = await desk().signIn()
    await create(page, "With holidays")
    await page.getByRole("button", { name: "Public holidays" }).click()
    const drawer = page.getByRole("dialog", { name: "Public holidays" })
    await drawer.getByLabel("Country").click()
    await page.keyboard.type("bulg")
    await page.getByRole("option", { name: "Bulgaria" }).waitFor()
    await page.keyboard.press("Enter")
    await drawer.getByRole("combobox", { name: "Year" }).click()
    await page.getByRole("option").nth(1).click()
    const holidays = drawer.getByRole("checkbox")
    await holidays.first().waitFor()
    const add = drawer.getByRole("button", { name: /^Add (\d+ )?dates?$/ })
    expect(await add.isDisabled()).toBe(true)
    await holidays.nth(1).click()
    await add.click()
    const open = page.getByRole("button", { name: "Public holidays" })
    await until(() => hasFocus(open))
    await open.click()
    expect(await drawer.getByText("Bulgaria", { exact: true }).count()).toBe(1)
    await page.keyboard.press("Escape")
    await drawer.waitFor({ state: "detached" })
    await save(page)
    await page.getByText("Calendar saved").waitFor()

    const saved = await calendarNamed(page, "With holidays")
    expect(saved?.definition.exceptions).toHaveLength(1)
    expect(saved?.definition.exceptions?.[0]).toMatchObject({ windows: [] })
    await remove(page)
    await desk().leave(page)
  })

  it("begins with the calendar's country, and says where holidays are worked", async () => {
    const page = await desk().signIn()
    await create(page, "In Kyiv")
    await page.getByRole("button", { name: "Public holidays" }).click()
    const drawer = page.getByRole("dialog", { name: "Public holidays" })
    await drawer.getByText("Ukraine", { exact: true }).waitFor()
    const worked = drawer.getByText(
      /^As of .+ \d{4}, public holidays are working days there by law 2136-IX/
    )
    await worked.waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drawer.getByLabel("Country").click()
    await page.keyboard.type("bulg")
    await page.getByRole("option", { name: "Bulgaria" }).waitFor()
    await page.keyboard.press("Enter")
    await worked.waitFor({ state: "detached" })
    await drawer.getByRole("button", { name: "Cancel" }).click()
    await drawer.waitFor({ state: "detached" })

    // Who changes their mind is where they were.
    const actions = page.getByRole("button", {
      name: "Actions for this calendar",
    })
    await actions.click()
    await page.getByRole("menuitem", { name: "Delete" }).click()
    const question = page.getByRole("alertdialog", { name: /^Delete / })
    await until(() =>
      hasFocus(question.getByRole("button", { name: "Cancel" }))
    )
    await page.keyboard.press("Enter")
    await question.waitFor({ state: "detached" })
    await until(() => hasFocus(actions))
    // The menu closes with the focus, which has only just come back.
    await page.reload()
    await remove(page)
    await desk().leave(page)
  })

  it("does not replace a date that is there already, and leads to it", async () => {
    const page = await desk().signIn()
    await page.goto(`${CALENDARS}/create`)
    const date = `${new Date().getUTCFullYear() + 1}-05-06`
    const drawer = page.getByRole("dialog", { name: "Add date" })
    const add = async (label: string) => {
      await page.getByRole("button", { name: "Add date" }).click()
      await drawer.getByLabel("Date", { exact: true }).fill(date)
      await drawer.getByLabel("Name of the day").fill(label)
      await drawer.getByRole("button", { name: "Add date" }).click()
    }
    await add("Saint George")
    await drawer.waitFor({ state: "detached" })
    await add("Stocktaking")
    await drawer
      .getByText("That date is in the list already: Saint George.")
      .waitFor()
    await drawer.getByRole("button", { name: "Edit that date" }).click()

    const change = page.getByRole("dialog", { name: "Change date" })
    const label = change.getByLabel("Name of the day")
    expect(await label.inputValue()).toBe("Saint George")
    await label.fill("Saint George’s day")
    await change.getByRole("button", { name: "Done" }).click()
    await page
      .getByRole("region", { name: "Exceptions" })
      .getByText("Saint George’s day")
      .waitFor()
    expect(await page.getByText("Stocktaking").count()).toBe(0)
    await desk().leave(page)
  })

  it("shows what a change moves before it is made, and deletes with a replacement", async () => {
    const page = await desk().signIn()
    await create(page, "Once a week")
    const weekday = farWeekday()
    await openOnlyOn(page, weekday)
    await page.getByRole("combobox", { name: "Task types" }).click()
    await page.getByRole("option", { name: "Ask for phone number" }).click()
    await page.keyboard.press("Escape")
    await save(page)

    const dryRun = page.getByRole("alertdialog", { name: /moves open tasks/ })
    await dryRun.getByText("Ask for phone number").first().waitFor()
    expect(await violations(page, "[role=alertdialog]")).toEqual([])
    await dryRun.getByRole("button", { name: "Cancel" }).click()
    await dryRun.waitFor({ state: "detached" })
    expect((await calendarNamed(page, "Once a week"))?.bindings).toEqual([])

    await save(page)
    await dryRun.getByRole("button", { name: "Save" }).click()
    await page.getByText("Calendar saved").waitFor()
    const saved = await calendarNamed(page, "Once a week")
    expect(saved?.definition.weekly).toEqual({
      [weekday.toLowerCase()]: [["10:00", "11:00"]],
    })
    expect(saved?.bindings).toMatchObject([
      { scope: "task_type", reference_id: "complete_contact" },
    ])

    await page.goto(CALENDARS)
    await page.getByRole("combobox", { name: "Task type" }).click()
    await page.getByRole("option", { name: "Ask for phone number" }).click()
    const which = page.getByRole("region", { name: "Which one applies?" })
    await which.getByRole("link", { name: "Once a week" }).click()

    const asked = await remove(page)
    expect(asked).toContain("It is in use")
    await page
      .getByRole("alertdialog", { name: /moves open tasks/ })
      .getByRole("button", { name: "Delete" })
      .click()
    await page.getByRole("link", { name: "Create calendar" }).waitFor()
    await until(async () => !(await calendarNamed(page, "Once a week")))
    const standard = (await calendarNamed(page, "Opening hours"))?.bindings
    expect(standard).toMatchObject([{ reference_id: "complete_contact" }])
    await desk().leave(page)
  })

  it("tells the second of two who edit the same hours, and loses nothing", async () => {
    const [first, second] = await Promise.all([
      desk().signIn(1),
      desk().signIn(2),
    ])
    await create(first, "Edited twice")
    await second.goto(first.url())
    await second
      .getByRole("heading", { name: "Edited twice", level: 1 })
      .waitFor()
    await second.getByRole("textbox", { name: "Monday, opens" }).fill("7")
    await first.getByRole("textbox", { name: "Monday, opens" }).fill("8")
    await save(first)
    await first.getByText("Calendar saved").waitFor()
    await save(second)
    const newer = second
      .getByRole("alert")
      .filter({ hasText: "Somebody else changed this calendar" })
    await newer.waitFor()
    await until(() => hasFocus(newer))
    expect(
      (await calendarNamed(first, "Edited twice"))?.definition.weekly.monday
    ).toEqual([["08:00", "18:00"]])

    await second
      .getByRole("region", { name: "Weekly hours" })
      .scrollIntoViewIfNeeded()
    await save(second)
    await until(() => hasFocus(newer))
    await second.getByRole("button", { name: "Save mine over theirs" }).click()
    await second.getByText("Calendar saved").waitFor()
    expect(
      (await calendarNamed(first, "Edited twice"))?.definition.weekly.monday
    ).toEqual([["07:00", "18:00"]])
    await remove(second)
    await Promise.all([desk().leave(first), desk().leave(second)])
  })

  it("asks before changes are left behind", async () => {
    const page = await desk().signIn()
    await create(page, "Left behind")
    await page.getByRole("button", { name: "Open 24/7" }).click()
    await page
      .getByRole("link", { name: "Calendars", exact: true })
      .first()
      .click()
    const question = page.getByRole("alertdialog")
    await question.getByRole("button", { name: "Stay" }).click()
    await question.waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Discard" }).click()
    await remove(page)
    await desk().leave(page)
  })

  it("passes axe, light and dark", async () => {
    const page = await desk().signIn()
    await page.goto(CALENDARS)
    await page.getByRole("link", { name: /Default/ }).waitFor()
    await page
      .getByText(/says nothing/)
      .first()
      .waitFor()
    expect(await violations(page, "main")).toEqual([])

    await page.getByRole("link", { name: /Default/ }).click()
    await openHours(page).waitFor()
    await page.locator("main [aria-busy=false]").first().waitFor()
    expect(await violations(page, "main")).toEqual([])

    await page.getByLabel("Time zone").click()
    await page.getByRole("option").first().waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await page.keyboard.press("Escape")

    await page.getByRole("button", { name: "Add date" }).click()
    await page.getByRole("dialog", { name: "Add date" }).waitFor()
    await page.getByLabel("Special hours").click()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drop(page)

    await page.getByRole("button", { name: "Public holidays" }).click()
    const holidays = page.getByRole("dialog", { name: "Public holidays" })
    await holidays.getByLabel("Country").click()
    await page.keyboard.type("bulg")
    await page.getByRole("option", { name: "Bulgaria" }).click()
    await holidays.getByRole("combobox", { name: "Year" }).click()
    await page.getByRole("option").nth(1).click()
    // What is left of this year may have fewer holidays than a whole year.
    await holidays.getByRole("checkbox").nth(9).waitFor()
    await holidays.getByRole("button", { name: "Tick all days off" }).click()
    await page.mouse.move(0, 0)
    expect(await violations(page, "[role=dialog]")).toEqual([])
    await drop(page)

    await goOn(page, `${CALENDARS}/create`)
    await page.getByRole("button", { name: "Create calendar" }).click()
    await page.getByText("Give the calendar a name.").waitFor()
    await page.locator("main [aria-busy=false]").first().waitFor()
    await page.mouse.move(0, 0)
    expect(await violations(page, "main")).toEqual([])
    await desk().leave(page)
  })

  it.each([
    ["en", "Next six weeks", "Closed"],
    ["uk", "Наступні шість тижнів", "Зачинено"],
    ["ru", "Следующие шесть недель", "Закрыто"],
    ["bg", "Следващите шест седмици", "Затворено"],
  ] as const)("has every text in %s", async (language, weeks, closed) => {
    const page = await desk().signIn(0, { language, width: 390 })
    await page.goto(CALENDARS)
    await page.locator(`main a[href*="/calendars/fucal"]`).first().waitFor()
    const list = await texts(page)
    await goOn(page, `${CALENDARS}/create`)
    await page.locator("[data-today]").waitFor()
    const created = await texts(page)
    await page.goBack()
    await page.locator(`main a[href*="/calendars/fucal"]`).first().click()
    await page.getByRole("heading", { name: weeks }).waitFor()
    await page.locator("[data-today]").waitFor()
    const calendar = await texts(page)

    for (const text of [list, calendar, created]) {
      expect(text).not.toMatch(KEY)
    }
    expect(created).toContain(closed)
    await desk().leave(page)
  })
}

/** Leaves a drawer, and what was entered in it. */
async function drop(page: Page): Promise<void> {
  await page.keyboard.press("Escape")
  const question = page.getByRole("alertdialog")
  await question.getByRole("button", { name: "Continue" }).click()
  await page.getByRole("dialog").waitFor({ state: "detached" })
}
