import type { Locator, Page } from "playwright-core"
import type {
  AdminFollowUpCannedAnswer,
  AdminFollowUpCannedAnswerListResponse,
} from "../../src/api/admin/follow-ups/canned-answers/types"
import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookListResponse,
} from "../../src/api/admin/follow-ups/playbooks/types"
import { until } from "../shop/until"
import { violations } from "./accessibility"
import { type Desk, goOn, rowOf } from "./desk"
import { texts } from "./languages"
import { TRIED_AGAIN } from "./tried-again"

const SETTINGS = "/app/settings/follow-ups"

/** A missing text is shown as its key. */
const KEY =
  /\b(settings|conditionFields|conditionChoices|attempts|types)\.[a-z]\w*/

async function playbooks(page: Page): Promise<AdminFollowUpPlaybook[]> {
  const response = await page.request.get(
    "/admin/follow-ups/playbooks?limit=200",
    TRIED_AGAIN
  )
  const { playbooks }: AdminFollowUpPlaybookListResponse = await response.json()
  return playbooks
}

async function playbookNamed(
  page: Page,
  name: string
): Promise<AdminFollowUpPlaybook | undefined> {
  return (await playbooks(page)).find((playbook) => playbook.name === name)
}

async function ofId(
  page: Page,
  id: string | undefined
): Promise<AdminFollowUpPlaybook | undefined> {
  return (await playbooks(page)).find((playbook) => playbook.id === id)
}

/** The playbook of orders that the plugin began with. */
export async function standardOfOrders(
  page: Page
): Promise<AdminFollowUpPlaybook> {
  const found = (await playbooks(page)).find(
    ({ type, is_seeded }) => type === "confirm_order" && is_seeded
  )
  if (!found) {
    throw new Error("The plugin's playbook of orders is gone")
  }
  return found
}

async function cannedAnswer(
  page: Page,
  name: string
): Promise<AdminFollowUpCannedAnswer> {
  const response = await page.request.get(
    "/admin/follow-ups/canned-answers",
    TRIED_AGAIN
  )
  const answer: AdminFollowUpCannedAnswerListResponse = await response.json()
  const found = answer.canned_answers.find((one) => one.name === name)
  if (!found) {
    throw new Error(`There is no canned answer "${name}"`)
  }
  return found
}

/** Creates a playbook through the page, and ends on the playbook's own page. */
async function create(page: Page, name: string): Promise<void> {
  await page.goto(SETTINGS)
  await page.getByRole("button", { name: "New playbook" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("radio", { name: "Confirm order" }).click()
  await dialog.getByLabel("Name").fill(name)
  await dialog.getByRole("button", { name: "Create and edit" }).click()
  await page.getByRole("heading", { name, level: 1 }).waitFor()
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).last().click()
}

async function backToList(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Playbooks" }).click()
  await page.getByRole("button", { name: "New playbook" }).waitFor()
}

async function remove(page: Page, name: string): Promise<string> {
  await page.getByRole("button", { name: `More for ${name}` }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  const question = page.getByRole("alertdialog")
  const asked = await question.innerText()
  await question.getByRole("button", { name: "Delete" }).click()
  await question.waitFor({ state: "detached" })
  return asked
}

async function choose(page: Page, label: string, choice: string) {
  await page.getByRole("combobox", { name: label, exact: true }).click()
  await page.getByRole("option", { name: choice, exact: true }).click()
}

export function playbookSettings(desk: () => Desk): void {
  it("shows what each playbook says, by task type", async () => {
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    const calls = page.getByRole("region", { name: "Confirm order" })
    await calls.getByRole("listitem").first().waitFor()

    const text = await calls.innerText()
    expect(text).toContain(
      "When an order is placed or the shop’s own code asks for it · Phone number given: yes"
    )
    expect(text).toContain("20 min, at most 1 h")
    expect(text).toContain("Nobody; whoever is free takes it.")
    await desk().leave(page)
  })

  it("lists them also at the address of a playbook that names none", async () => {
    const page = await desk().signIn()
    await page.goto(`${SETTINGS}/playbooks`)
    await page.getByRole("region", { name: "Confirm order" }).waitFor()
    expect(new URL(page.url()).pathname).toBe(SETTINGS)
    await desk().leave(page)
  })

  it.each([
    ["uk", "Стандартний"],
    ["bg", "Стандартен"],
  ] as const)(
    "names in %s what the plugin brings, in whichever language it is stored",
    async (language, name) => {
      const page = await desk().signIn(0, { language })
      const stored = await standardOfOrders(page)
      await page.goto(`${SETTINGS}/playbooks/${stored.id}`)
      await page.getByRole("heading", { name, level: 1 }).waitFor()
      expect(stored.name).toBe("Standard")
      expect(await page.getByRole("textbox").first().inputValue()).toBe(name)
      await desk().leave(page)
    }
  )

  it("says where a playbook is never chosen, and moves it above what takes all", async () => {
    const page = await desk().signIn()
    await create(page, "Never chosen")
    const said = page
      .getByRole("main")
      .getByText(/^It never opens a task: “.+” above it takes/)
    await said.waitFor()
    expect(await violations(page, "main")).toEqual([])

    await backToList(page)
    // A message about it is in a list, too.
    const row = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: "Never chosen" })
    await row.waitFor()
    expect(await row.getByText(/never opens a task/).count()).toBe(0)
    await page
      .getByRole("switch", { name: "Never chosen, Confirm order" })
      .click()
    await row.getByText(/never opens a task/).waitFor()
    await row.getByRole("link", { name: "Never chosen" }).click()
    await page.getByRole("button", { name: "Move it above" }).click()
    await said.waitFor({ state: "detached" })

    await backToList(page)
    await page
      .getByRole("switch", { name: "Never chosen, Confirm order" })
      .click()
    await until(
      async () => !(await playbookNamed(page, "Never chosen"))?.enabled
    )
    await remove(page, "Never chosen")
    await desk().leave(page)
  })

  it("says that safe orders need an amount, where they are switched on", async () => {
    const page = await desk().signIn()
    const { id } = await standardOfOrders(page)
    await page.goto(`${SETTINGS}/playbooks/${id}`)
    const safe = page.getByRole("region", { name: /Safe orders/ })
    await safe.getByRole("switch").click()
    await save(page)
    await safe.getByText(/Safe orders need an amount/).waitFor()
    await page.getByRole("button", { name: "Discard" }).click()
    await desk().leave(page)
  })

  it("says that it takes no number of days that is none", async () => {
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    await page.getByRole("button", { name: "Look back" }).click()
    const dialog = page.getByRole("alertdialog", { name: "Look back" })
    const days = dialog.getByRole("textbox")
    const count = dialog.getByRole("button", { name: "Count" })
    await days.fill("0")
    await days.blur()
    await dialog.getByText("“0” was not taken: it may be 1 to 366.").waitFor()
    expect(await days.inputValue()).toBe("0")
    expect(await count.isDisabled()).toBe(true)
    await days.fill("3")
    expect(await count.isDisabled()).toBe(false)
    expect(await dialog.getByText(/was not taken/).count()).toBe(0)
    await page.keyboard.press("Escape")
    await desk().leave(page)
  })

  it("makes a playbook, puts it first, and opens the next order's task under it", async () => {
    const page = await desk().signIn()
    await create(page, "Orders to Kyiv")
    await page.getByRole("button", { name: "Add a condition" }).first().click()
    await page.getByRole("menuitem", { name: "Delivery country" }).click()
    await page
      .getByRole("combobox", { name: "Delivery country", exact: true })
      .fill("ukra")
    await page.getByRole("option", { name: "Ukraine", exact: true }).click()
    await page.keyboard.press("Escape")
    await save(page)
    await page.getByText("Version 2").waitFor()

    await backToList(page)
    await page
      .getByRole("switch", { name: "Orders to Kyiv, Confirm order" })
      .click()
    const handle = page.getByRole("button", { name: /^Move Orders to Kyiv/ })
    await handle.focus()
    await page.keyboard.press("ArrowUp")
    await until(
      async () => (await playbookNamed(page, "Orders to Kyiv"))?.position === 0
    )
    await page.reload()
    const rows = page
      .getByRole("region", { name: "Confirm order" })
      .getByRole("listitem")
    await rows.nth(1).waitFor()
    expect(await rows.first().innerText()).toContain("Orders to Kyiv")
    expect(await rows.first().innerText()).toContain(
      "Delivery country: Ukraine"
    )

    const order = await desk().order({ first_name: "Kyiv", last_name: "Order" })
    const task = await desk().taskOf(page, order.id)
    expect(task.playbook.id).toBe(
      (await playbookNamed(page, "Orders to Kyiv"))?.id
    )
    await desk().leave(page)
  })

  it("can be dragged to another place", async () => {
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    const rows = page
      .getByRole("region", { name: "Confirm order" })
      .getByRole("listitem")
    await rows.nth(1).waitFor()
    const from = await rows
      .first()
      .getByRole("button", { name: /^Move/ })
      .boundingBox()
    const to = await rows.nth(1).boundingBox()
    if (!from || !to) {
      throw new Error("The rows are not on the page")
    }
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + 10, to.y + to.height - 4, { steps: 5 })
    await page.mouse.up()

    await until(
      async () => (await playbookNamed(page, "Orders to Kyiv"))?.position === 1
    )
    await rows
      .nth(1)
      .getByRole("button", { name: "More for Orders to Kyiv" })
      .click()
    await page.getByRole("menuitem", { name: "Move up" }).click()
    await until(
      async () => (await playbookNamed(page, "Orders to Kyiv"))?.position === 0
    )
    await desk().leave(page)
  })

  it("shows what another target does to open tasks before it is saved", async () => {
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    await page.getByRole("link", { name: "Orders to Kyiv" }).click()
    const target = page.getByLabel("Response target", { exact: true })
    await target.fill("10")
    await save(page)
    const question = page.getByRole("alertdialog")
    await question.getByText("get another time").waitFor()
    expect(await question.innerText()).toContain("Kyiv Order")
    await question.getByRole("button", { name: "Cancel" }).click()
    const before = await playbookNamed(page, "Orders to Kyiv")
    expect(before?.definition.response_target_minutes).toBe(20)

    await save(page)
    await question.getByRole("button", { name: "Save" }).click()
    await page.getByText("Version 3").waitFor()
    const after = await playbookNamed(page, "Orders to Kyiv")
    expect(after?.definition.response_target_minutes).toBe(10)
    await desk().leave(page)
  })

  it("shows a fault with its line while a script is written, and then what a real order makes of it", async () => {
    const page = await desk().signIn()
    const order = await desk().order({
      first_name: "Preview",
      last_name: "Person",
    })
    await page.goto(SETTINGS)
    await page.getByRole("link", { name: "Orders to Kyiv" }).click()
    const script = page.getByRole("textbox", { name: "What to say, English" })
    const preview = page.locator("[data-preview]")
    await preview.getByText("Thank you for").waitFor()

    await script.fill("Good day!\nIs that {{ custmer.name }}?")
    await page
      .getByText(
        "Line 2, column 12: “custmer.name” is not one of the variables"
      )
      .waitFor()
    expect(await script.getAttribute("aria-invalid")).toBe("true")

    await script.fill("Good day!\n")
    await page.getByRole("button", { name: "Insert" }).click()
    await page.getByRole("menuitem", { name: /^customer\.name/ }).click()
    await page.keyboard.type("? About order {{ order.number }}.")
    const said = `Preview Person? About order ${order.display_id}.`
    await preview.getByText(said).waitFor()
    await page.getByLabel("Order", { exact: true }).fill("1")
    await preview.getByText("About order 1.").waitFor()

    await save(page)
    await page.getByText("Playbook saved").waitFor()
    const saved = await playbookNamed(page, "Orders to Kyiv")
    expect(saved?.definition.scripts).toEqual({
      en: "Good day!\n{{ customer.name }}? About order {{ order.number }}.",
    })
    await desk().leave(page)
  })

  it("says what is missing, where it is missing", async () => {
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    await page.getByRole("link", { name: "Orders to Kyiv" }).click()
    await page.getByLabel("Response limit", { exact: true }).waitFor()
    await choose(page, "Unit: Response limit", "minute")
    await page.getByLabel("Response limit", { exact: true }).fill("5")
    await save(page)
    const section = page.getByRole("region", { name: "How quickly" })
    const wrong = section.getByText(
      "The response limit must not be before the response target."
    )
    await wrong.waitFor()
    await page
      .getByRole("main")
      .evaluate((main) => main.scrollTo(0, main.scrollHeight))
    await save(page)
    await until(() =>
      section.evaluate((it) => it.contains(document.activeElement))
    )
    expect(await isInSight(wrong)).toBe(true)
    expect(await outerScroll(page)).toBe(0)
    await page.getByRole("button", { name: "Discard" }).click()
    expect(await page.getByRole("button", { name: "Discard" }).count()).toBe(0)
    await desk().leave(page)
  })

  it("asks before unsaved changes are left", async () => {
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    await page.getByRole("link", { name: "Orders to Kyiv" }).click()
    await page.getByLabel("Name", { exact: true }).fill("Orders to Lviv")
    await page
      .getByRole("main")
      .getByRole("link", { name: "Playbooks" })
      .click()
    const question = page.getByRole("alertdialog")
    await question.getByRole("button", { name: "Stay" }).click()
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe(
      "Orders to Lviv"
    )
    await page
      .getByRole("main")
      .getByRole("link", { name: "Playbooks" })
      .click()
    await question.getByRole("button", { name: "Leave" }).click()
    await page.getByRole("link", { name: "Orders to Kyiv" }).waitFor()
    await desk().leave(page)
  })

  it("tells the second of two who edit the same playbook", async () => {
    const [one, other] = await Promise.all([desk().signIn(0), desk().signIn(1)])
    const id = (await playbookNamed(one, "Orders to Kyiv"))?.id
    for (const page of [one, other]) {
      await page.goto(`${SETTINGS}/playbooks/${id}`)
      await page.getByLabel("Name", { exact: true }).waitFor()
      await choose(page, "Priority", page === one ? "high" : "urgent")
    }
    await save(one)
    await one.getByText("Playbook saved").waitFor()
    await save(other)
    await other.getByText(/Somebody else saved version/).waitFor()
    await other.getByRole("button", { name: "Take the latest version" }).click()
    await other
      .getByRole("combobox", { name: "Priority", exact: true })
      .getByText("high")
      .waitFor()
    await Promise.all([desk().leave(one), desk().leave(other)])
  })

  it("deletes a playbook, and says how many tasks keep its rules", async () => {
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    await page.getByRole("link", { name: "Orders to Kyiv" }).waitFor()
    const asked = await remove(page, "Orders to Kyiv")
    expect(asked).toMatch(/\d+ open tasks? runs? under it/)
    await until(
      async () => (await playbookNamed(page, "Orders to Kyiv")) === undefined
    )
    await desk().leave(page)
  })

  it("copies the plugin's own playbook, and puts it back to how it came", async () => {
    const page = await desk().signIn()
    const own = (await playbooks(page)).find(
      ({ type, is_seeded }) => type === "complete_contact" && is_seeded
    )
    await page.goto(`${SETTINGS}/playbooks/${own?.id}`)
    await choose(page, "Priority", "high")
    await save(page)
    await page.getByText("The plugin’s own, changed").waitFor()
    await page.getByRole("button", { name: `More for ${own?.name}` }).click()
    await page.getByRole("menuitem", { name: /^Put back/ }).click()
    const question = page.getByRole("alertdialog")
    await question.getByText(/is gone\.$/).waitFor()
    await question.getByRole("button", { name: /^Put back/ }).click()
    await page.getByText("The plugin’s own", { exact: true }).waitFor()
    await page
      .getByRole("combobox", { name: "Priority", exact: true })
      .getByText("normal")
      .waitFor()

    const copy = `${own?.name} (copy)`
    await page.getByRole("button", { name: `More for ${own?.name}` }).click()
    await page.getByRole("menuitem", { name: "Duplicate" }).click()
    await page.getByRole("heading", { name: copy, level: 1 }).waitFor()
    expect((await playbookNamed(page, copy))?.enabled).toBe(false)
    await remove(page, copy)
    await page.getByRole("button", { name: "New playbook" }).waitFor()
    await desk().leave(page)
  })

  it("shows what putting back the plugin's own does to open tasks, and that it is switched on again", async () => {
    const page = await desk().signIn()
    const own = (await playbooks(page)).find(
      ({ type, is_seeded }) => type === "confirm_order" && is_seeded
    )
    const order = await desk().order({ first_name: "Put", last_name: "Back" })
    await desk().taskOf(page, order.id)
    await page.goto(`${SETTINGS}/playbooks/${own?.id}`)
    const target = page.getByLabel("Response target", { exact: true })
    await target.fill("15")
    await save(page)
    const question = page.getByRole("alertdialog")
    await question.getByRole("button", { name: "Save" }).click()
    await page.getByText("The plugin’s own, changed").waitFor()
    await page.getByRole("switch", { name: /^Standard/ }).click()
    await question.getByText(/opens no task of this type/).waitFor()
    await question.getByRole("button", { name: "Cancel" }).click()
    expect((await ofId(page, own?.id))?.enabled).toBe(true)
    await page.getByRole("switch", { name: /^Standard/ }).click()
    await question.getByRole("button", { name: "Switch off" }).click()
    await page.getByText("Standard was switched off").waitFor()

    await page.getByRole("button", { name: /^More for Standard/ }).click()
    await page.getByRole("menuitem", { name: /^Put back/ }).click()
    await question.getByText("This moves open tasks").waitFor()
    await question.getByText("It is switched on again.").waitFor()
    await question.getByText("Put Back").first().waitFor()
    await question.getByRole("button", { name: /^Put back/ }).click()
    await page.getByText("The plugin’s own", { exact: true }).waitFor()
    expect(await ofId(page, own?.id)).toMatchObject({
      enabled: true,
      definition: { response_target_minutes: 20 },
    })
    await desk().leave(page)
  })

  it("writes, changes and deletes a canned answer", async () => {
    const page = await desk().signIn()
    await page.goto(`${SETTINGS}/canned-answers`)
    await page.getByRole("link", { name: "New canned answer" }).click()
    await page.getByLabel("Name", { exact: true }).fill("On its way")
    const text = page.getByRole("textbox", { name: "Text, English" })
    await text.fill("Hello {{ custmer.first_name }}!")
    await save(page)
    await page.getByText("The text has a mistake (English)").waitFor()
    await page.getByText(/“custmer\S*” is not one of the variables/).waitFor()
    expect(await page.getByText(/is broken in line/).count()).toBe(0)
    await text.fill("Hello {{ customer.first_name }}, it is on its way.")
    await page.getByText(/Hello \w+, it is on its way\./).waitFor()
    await save(page)
    await page.getByRole("heading", { name: "On its way" }).waitFor()

    await page.reload()
    await text.fill("Hello {{ customer.first_name }}, the parcel left today.")
    await save(page)
    await page.getByText("Canned answer saved").waitFor()
    await page
      .getByRole("main")
      .getByRole("link", { name: "Canned answers" })
      .click()
    await page.getByText("Hello …, the parcel left today.").waitFor()
    await page.getByRole("button", { name: "Delete On its way" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Delete" })
      .click()
    await page.getByText("On its way was deleted").waitFor()
    expect(await page.getByRole("link", { name: "On its way" }).count()).toBe(0)
    await desk().leave(page)
  })

  it("has the canned answer of a used-up task first on its call sheet, and keeps it while a playbook names it", async () => {
    const page = await desk().signIn()
    const { id, definition } = await standardOfOrders(page)
    const answer = await cannedAnswer(page, "Could not reach you by phone")
    const change = (retry: object) =>
      page.request.post(`/admin/follow-ups/playbooks/${id}`, {
        ...TRIED_AGAIN,
        data: {
          definition: {
            ...definition,
            retry: { ...definition.retry, ...retry },
          },
        },
      })
    await change({
      max_attempts: 1,
      fallback: { kind: "message_customer", canned_answer_id: answer.id },
    })
    await desk().order({ first_name: "Never", last_name: "There" })
    await page.goto("/app/follow-ups")
    await rowOf(page, "Never There").click()
    const sheet = page.getByRole("dialog")
    await sheet.getByText(answer.name).waitFor()
    expect(await sheet.getByText("Send now").count()).toBe(0)
    await sheet.getByRole("button", { name: /^No answer/ }).click()
    await sheet.getByText(`Send “${answer.name}” to the customer.`).waitFor()
    const first = sheet.locator("li:has(> details)").first()
    expect(await first.locator("summary").innerText()).toMatch(
      new RegExp(`^Send now\\s*${answer.name}$`)
    )
    await first.getByText(/не змогли додзвонитися/).waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])

    await page.goto(`${SETTINGS}/canned-answers`)
    await page.getByRole("button", { name: `Delete ${answer.name}` }).click()
    const question = page.getByRole("alertdialog")
    await question.getByText(`“${answer.name}” is in use`).waitFor()
    await question.getByText(/: Standard, Confirm order\./).waitFor()
    await question.getByRole("button", { name: "Open the playbook" }).click()
    await page.getByRole("heading", { name: "Standard", level: 1 }).waitFor()
    expect(page.url()).toContain(`/playbooks/${id}`)
    await change(definition.retry)
    await desk().leave(page)
  })

  it("passes axe, light and dark", async () => {
    const page = await desk().signIn()
    await visit(page, async () => {
      expect(await violations(page, "main")).toEqual([])
    })
    await desk().leave(page)
  })

  it.each(["en", "uk", "ru", "bg"] as const)(
    "has every text in %s",
    async (language) => {
      const page = await desk().signIn(0, { language, width: 390 })
      await visit(page, async () => {
        expect(await texts(page)).not.toMatch(KEY)
        expect(await sideways(page)).toBe(0)
        expect(await tabsOutOfSight(page)).toBe(0)
      })
      await desk().leave(page)
    }
  )
}

/** Visits every page, and expands everything that is collapsed. */
async function visit(page: Page, look: () => Promise<void>): Promise<void> {
  await page.goto(SETTINGS)
  const link = page.locator('main a[href*="/playbooks/"]')
  await link.first().waitFor()
  await look()
  const standard = await standardOfOrders(page)
  await goOn(page, `${SETTINGS}/playbooks/${standard.id}`)
  await page.locator("[data-preview]:not(:empty)").waitFor()
  // One step of the escalation is open at a time.
  await page
    .locator("main li button[aria-expanded=false]:not([role],[aria-haspopup])")
    .first()
    .click()
  await page.getByRole("switch").last().click()
  await look()
  await page.goto(`${SETTINGS}/canned-answers`)
  await page.locator('main a[href*="/canned-answers/fu"]').first().waitFor()
  await look()
  await goOn(page, `${SETTINGS}/canned-answers/new`)
  await page.locator("[data-preview]").waitFor()
  await look()
}

function isInSight(text: Locator): Promise<boolean> {
  return text.evaluate((it) => {
    const { top, bottom } = it.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })
}

/** By how many pixels any element around the dashboard's page was scrolled. */
function outerScroll(page: Page): Promise<number> {
  return page.getByRole("main").evaluate((main) => {
    let scrolled = 0
    for (
      let around = main.parentElement;
      around;
      around = around.parentElement
    ) {
      scrolled += around.scrollTop
    }
    return scrolled
  })
}

/** How many tabs are cut off by the window or by their scroll container. */
function tabsOutOfSight(page: Page): Promise<number> {
  return page
    .getByRole("main")
    .getByRole("tab")
    .evaluateAll(
      (tabs) =>
        tabs.filter((tab) => {
          const { right } = tab.getBoundingClientRect()
          const list = tab.closest("[role=tablist]")
          return right > Math.ceil(list?.getBoundingClientRect().right ?? 0)
        }).length
    )
}

/** By how many pixels the page is wider than the window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth
  )
}
