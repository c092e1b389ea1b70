import type { Locator, Page } from "playwright-core"
import { SETTLES_AFTER_MS } from "../../admin/keyboard/settles-after"
import { type Shopper, shoppers } from "../../demo/seed/people"
import type { AdminFollowUpListResponse } from "../../src/api/admin/follow-ups/types"
import { until } from "../shop/until"
import { violations, violationsAtEachWidth } from "./accessibility"
import { type Desk, rowOf } from "./desk"
import { TRIED_AGAIN } from "./tried-again"

const SEVERAL_NUMBERS = "067 555 44 99 або 050 222 33 44 (мама)"

const LANGUAGES = ["en", "uk", "ru", "bg"] as const

/** Presses a key of the task that has just become the current one. */
async function press(page: Page, key: string): Promise<void> {
  // Keys that change something take effect after a delay, which nothing shows.
  await page.waitForTimeout(SETTLES_AFTER_MS)
  await page.keyboard.press(key)
}

/** The section of a call that the keys settle. */
const currentOf = (sheet: Locator) => sheet.locator("section[aria-current]")

/** Whether the head, which stays in view, leaves it to be read. */
const isBelowHead = (heading: Locator) =>
  heading.evaluate((element) => {
    const head = element.closest("[role=region]")?.querySelector("[data-head]")
    return (
      head !== null &&
      head !== undefined &&
      element.getBoundingClientRect().top >= head.getBoundingClientRect().bottom
    )
  })

async function openSheet(page: Page, name: string): Promise<Locator> {
  await rowOf(page, name).focus()
  await page.keyboard.press("Enter")
  const sheet = page.getByRole("dialog")
  await sheet.getByRole("heading", { name }).waitFor()
  return sheet
}

/** What is wider or higher than the room that it has. */
const cutOff = (places: Locator) =>
  places.evaluateAll((elements) =>
    elements
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).display !== "inline"
      )
      .map((element) => element.textContent)
  )

/** Whose boxes lie over what comes after them in the row. */
const tooWide = (cells: Locator) =>
  cells.evaluateAll((elements) =>
    elements
      .filter((cell) =>
        [...cell.querySelectorAll("*")].some(
          (inside) =>
            inside.getBoundingClientRect().right >
            cell.getBoundingClientRect().right + 1
        )
      )
      .map((cell) => cell.textContent)
  )

export function oneCall(desk: () => Desk): void {
  it("is one row and one call for a person with three orders, one as a guest, and a missing number", async () => {
    const [, andrii] = shoppers
    const name = `${andrii?.first_name} ${andrii?.last_name}`
    const guest = {
      ...andrii,
      email: "andrii.guest@mail.example",
      registered: undefined,
    }
    const orders = [
      await desk().order(andrii),
      await desk().order(andrii),
      await desk().order(guest),
    ]
    const asked = await desk().order({ ...guest, phone: undefined })
    const page = await desk().queue()
    const row = rowOf(page, name)
    await row.getByText("+3", { exact: true }).waitFor()
    expect(await row.count()).toBe(1)

    const colleague = await desk().queue(1)
    await rowOf(colleague, name).waitFor()
    const sheet = await openSheet(page, name)
    await sheet.getByText("4 tasks in one call").waitFor()
    const calls: string[] = []
    page.on("request", (request) => {
      if (request.url().endsWith("/attempts")) {
        calls.push(request.url())
      }
    })
    await page.keyboard.press("t")
    await sheet.getByText(/^You are calling, \d:\d\d$/).waitFor()
    expect(await violationsAtEachWidth(page, "[role=dialog]")).toEqual([])

    // The other one sees it in the row and on the sheet, and is asked first.
    await rowOf(colleague, name)
      .getByText(/^Marta is calling, \d:\d\d$/)
      .waitFor()
    const theirs = await openSheet(colleague, name)
    await theirs.getByText(/^Marta is calling, \d:\d\d$/).waitFor()
    await theirs
      .getByRole("button", { name: /^Confirmed/ })
      .first()
      .waitFor()
    await press(colleague, "1")
    const question = colleague.getByRole("alertdialog", {
      name: "Marta Savchenko is calling this customer now",
    })
    await question.waitFor()
    expect(
      await violationsAtEachWidth(colleague, "[role=alertdialog]")
    ).toEqual([])
    // Whoever goes on pressing keys leaves the call to who is on the phone.
    await question.locator("button:focus", { hasText: "Back" }).waitFor()
    await colleague.keyboard.press("Enter")
    await question.waitFor({ state: "detached" })

    const settled = new Map<string | undefined, string>()
    for (const [key, outcome] of [
      ["1", "confirmed"],
      ["3", "declined"],
      ["2", "changed"],
    ] as const) {
      const heading = currentOf(sheet).getByRole("heading").first()
      const before = await heading.innerText()
      settled.set(/#(\d+)/.exec(before)?.[1], outcome)
      await press(page, key)
      // What the outcome means for the order is done, or put off.
      if (outcome === "declined") {
        const cancel = sheet.getByRole("button", {
          name: "Cancel the order",
          exact: true,
        })
        await cancel.waitFor()
        await page.waitForTimeout(SETTLES_AFTER_MS + 100)
        await cancel.click()
      }
      if (outcome === "changed") {
        await sheet.getByRole("button", { name: "Later" }).click()
      }
      await until(async () => (await heading.innerText()) !== before)
      await until(() => isBelowHead(heading))
    }
    await sheet.getByText("1 task left in this call").waitFor()
    const tasks = await Promise.all(
      orders.map(({ id }) => desk().taskOf(page, id))
    )
    expect(tasks.map(({ outcome }) => outcome)).toEqual(
      orders.map(({ display_id }) => settled.get(`${display_id}`))
    )
    const { order: canceled } = await (
      await page.request.get(
        `/admin/orders/${tasks.find((task) => task.outcome === "declined")?.order_id}`
      )
    ).json()
    expect(canceled.status).toBe("canceled")
    // The last is the missing number: it asks for it, and then all is done but
    // what comes of it, which is a call about that order.
    await press(page, "1")
    await sheet.getByLabel(/^For example/).fill(andrii?.phone ?? "")
    await page.keyboard.press("Enter")
    await sheet.getByRole("button", { name: "Open the call sheet" }).waitFor()
    await sheet.getByRole("heading", { name }).waitFor()
    await sheet.getByText("Confirm order").waitFor()
    await sheet.getByRole("link", { name: `#${asked.display_id}` }).waitFor()
    const number = await desk().taskOf(page, asked.id, "complete_contact")
    expect(number.outcome).toBe("number_received")
    expect([...tasks, number].map((task) => task.attempt_count)).toEqual([
      1, 1, 1, 1,
    ])
    expect(calls).toHaveLength(4)
    await desk().leave(page)
    await desk().leave(colleague)
  })

  it("takes back one of several, and goes on with it", async () => {
    const who = { email: "back@mail.example", last_name: "Back" }
    await desk().order({ ...who, first_name: "Take" })
    await desk().order({ ...who, first_name: "Take" })
    const page = await desk().queue()
    await rowOf(page, "Take Back").getByText("+1", { exact: true }).waitFor()
    const sheet = await openSheet(page, "Take Back")
    const heading = currentOf(sheet).getByRole("heading").first()
    const first = await heading.innerText()
    await press(page, "1")
    await until(async () => (await heading.innerText()) !== first)
    await page.keyboard.press("u")
    await until(async () => (await heading.innerText()) === first)

    await currentOf(sheet)
      .getByRole("button", { name: /^Confirmed/ })
      .waitFor()
    await desk().leave(page)
  })

  it("calls nobody at a wrong number, and asks before it is taken again", async () => {
    const phone = "050 765 43 29"
    const who = { first_name: "Wrong", last_name: "Number", phone }
    const { id } = await desk().order(who)
    const page = await desk().queue()
    await rowOf(page, "Wrong Number").waitFor()
    const task = await desk().taskOf(page, id)
    await page.request.post(`/admin/follow-ups/${task.id}/attempts`, {
      data: { channel: "phone", outcome: "wrong_number" },
    })
    await rowOf(page, "Wrong Number").getByText("+1", { exact: true }).waitFor()
    const sheet = await openSheet(page, "Wrong Number")
    await sheet.getByText("No phone number").waitFor()
    await sheet.locator("s", { hasText: phone }).waitFor()
    expect(await sheet.getByRole("link", { name: /^Call/ }).count()).toBe(0)
    expect(await violations(page, "[role=dialog]")).toEqual([])

    await press(page, "1")
    await sheet.getByLabel(/^For example/).fill("+380 50 765-43-29")
    await page.keyboard.press("Enter")
    await sheet.getByRole("alert").waitFor()
    const waits = await desk().taskOf(page, id, task.type)
    expect(waits.waiting_reason).toBe("new_number")
    await page.keyboard.press("Enter")
    await until(async () => {
      const { status } = await desk().taskOf(page, id, "complete_contact")
      return status === "completed"
    })
    await desk().leave(page)
  })

  it("is held by a call back, with the order that is placed meanwhile", async () => {
    const who = {
      email: "tomorrow@mail.example",
      first_name: "Call",
      last_name: "Tomorrow",
    }
    const placed = [await desk().order(who), await desk().order(who)]
    const page = await desk().queue()
    await rowOf(page, "Call Tomorrow")
      .getByText("+1", { exact: true })
      .waitFor()
    const sheet = await openSheet(page, "Call Tomorrow")
    await press(page, "l")
    await sheet.getByRole("form").waitFor()
    // From the first of the offered times to the last.
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await sheet
      .getByRole("heading", { name: "Call Tomorrow" })
      .waitFor({ state: "detached" })
    placed.push(await desk().order(who))

    const waits = await until(async () => {
      const tasks = await Promise.all(
        placed.map(({ id }) => desk().taskOf(page, id))
      )
      return (
        tasks.every(({ status }) => status === "waiting") &&
        tasks.map(({ waiting_until }) => waiting_until)
      )
    })
    expect(new Set(waits).size).toBe(1)
    await page.goto("/app/follow-ups?tab=waiting")
    const row = rowOf(page, "Call Tomorrow")
    await row.getByText("+2", { exact: true }).waitFor()
    expect(await row.count()).toBe(1)
    await desk().leave(page)
  })

  it("tells of an order that joins the open sheet, and moves nothing", async () => {
    const who = {
      email: "joins@mail.example",
      first_name: "Joins",
      last_name: "Later",
    }
    await desk().order(who)
    const page = await desk().queue()
    await rowOf(page, "Joins Later").waitFor()
    const sheet = await openSheet(page, "Joins Later")
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    await page.keyboard.press("i")
    const note = sheet.getByRole("textbox")
    // Waits until the sheet has come to rest.
    await note.click()
    await note.fill("asks for a")
    const before = await note.boundingBox()
    const order = await desk().order(who)
    const told = sheet
      .getByRole("status")
      .getByText(`Order #${order.display_id} has just joined this call`)
    await told.waitFor()
    await page.keyboard.type(" gift")
    // It lies over nothing that could be pressed.
    const scrolls = await sheet.getByRole("region").first().boundingBox()
    const saysSo = await told.boundingBox()
    expect(saysSo?.y).toBeGreaterThanOrEqual(
      (scrolls?.y ?? Infinity) + (scrolls?.height ?? 0)
    )

    expect(await note.inputValue()).toBe("asks for a gift")
    expect(await note.boundingBox()).toEqual(before)
    await page.keyboard.press("Escape")
    await told.click()
    await told.waitFor({ state: "detached" })
    expect(await currentOf(sheet).innerText()).toContain(`#${order.display_id}`)
    expect(await violationsAtEachWidth(page, "[role=dialog]")).toEqual([])

    // One that was looked at need not be pressed.
    const another = await desk().order(who)
    const toldAgain = sheet
      .getByRole("status")
      .getByText(`Order #${another.display_id} has just joined this call`)
    await toldAgain.waitFor()
    await sheet
      .getByRole("heading", { name: `Order #${another.display_id}` })
      .first()
      .scrollIntoViewIfNeeded()
    await toldAgain.waitFor({ state: "detached" })
    await desk().leave(page)
  })

  it("hangs up when the caller goes on to another customer", async () => {
    await desk().order({ first_name: "Ann", last_name: "Hangup" })
    await desk().order({ first_name: "Ben", last_name: "Hangup" })
    const page = await desk().queue()
    await rowOf(page, "Ben Hangup").waitFor()
    const sheet = await openSheet(page, "Ann Hangup")
    await page.keyboard.press("t")
    await sheet
      .getByText(/^You are calling/)
      .last()
      .waitFor()
    const hungUp = page.waitForResponse((response) =>
      response.url().endsWith("/hang-up")
    )
    await page.keyboard.press("j")

    expect((await hungUp).ok()).toBe(true)
    await desk().leave(page)
  })

  it("offers what is to be done in place of calling once the attempts are used up", async () => {
    const order = await desk().order({ first_name: "Used", last_name: "Up" })
    const page = await desk().queue()
    const { id } = await desk().taskOf(page, order.id)
    await desk().write(
      `update follow_up_task
          set fallback = 'message_customer', attempt_count = 3
        where id = $1`,
      [id]
    )
    await page.goto(`/app/follow-ups?task=${id}`)
    const sheet = page.getByRole("dialog")
    const write = sheet.getByRole("button", { name: /^Write…/ }).first()
    await write.waitFor()
    const ground = (button: Locator) =>
      button.evaluate((element) => getComputedStyle(element).backgroundColor)

    // It alone is filled.
    for (const other of [
      sheet.getByRole("button", { name: /^Confirmed/ }),
      sheet.getByRole("link", { name: "Call" }),
    ]) {
      expect(await ground(other)).not.toBe(await ground(write))
    }
    await sheet.getByText("3 attempts").first().waitFor()
    await page.keyboard.press("e")
    await until(
      async () => (await sheet.getByLabel("Message").inputValue()) !== ""
    )
    await page.keyboard.press("Escape")
    // During a call, it is what came of it that comes next.
    await page.keyboard.press("t")
    await sheet
      .getByText(/^You are calling/)
      .last()
      .waitFor()
    const call = sheet.getByRole("link", { name: "Call" })
    await until(async () => (await ground(write)) === (await ground(call)))
    await desk().leave(page)
  })

  it("writes what is due with E, also if it is due for another task of the call", async () => {
    const who = {
      email: "half-stuck@mail.example",
      first_name: "Half",
      last_name: "Stuck",
    }
    const order = await desk().order(who)
    await desk().order(who)
    const page = await desk().queue()
    await rowOf(page, "Half Stuck").getByText("+1", { exact: true }).waitFor()
    const { id } = await desk().taskOf(page, order.id)
    await desk().write(
      `update follow_up_task
          set fallback = 'message_customer', attempt_count = 3
        where order_id <> $1 and email = $2`,
      [order.id, who.email]
    )
    await page.goto(`/app/follow-ups?task=${id}`)
    const sheet = page.getByRole("dialog")
    await sheet.getByText("3 attempts").first().waitFor()
    expect(await sheet.locator("[aria-keyshortcuts=e]").count()).toBe(1)
    await page.keyboard.press("e")

    await until(
      async () => (await sheet.getByLabel("Message").inputValue()) !== ""
    )
    await desk().leave(page)
  })

  it("comes apart where a number is several people's, and is joined again in the settings", async () => {
    const phone = "067 311 22 33"
    await desk().order({ phone, first_name: "Anna", last_name: "Office" })
    await desk().order({ phone, first_name: "Borys", last_name: "Office" })
    const page = await desk().queue()
    const rows = rowOf(page, "Office")
    await rows.getByText("+1", { exact: true }).waitFor()
    expect(await rows.count()).toBe(1)
    await rows.focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("button", { name: "Several people?" }).focus()
    await page.keyboard.press("Enter")
    await page
      .getByRole("menuitem", {
        name: "+380673112233 is used by several people",
      })
      .click()
    await page.getByText("+380673112233 joins nobody’s tasks").waitFor()
    await sheet
      .getByRole("button", { name: "Several people?" })
      .waitFor({ state: "detached" })
    await page.keyboard.press("Escape")
    await until(async () => (await rows.count()) === 2)

    await page.goto("/app/settings/follow-ups/shared-contacts")
    const shared = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: "+380673112233" })
    await shared.waitFor()
    expect(await violations(page, "main")).toEqual([])
    await shared.getByRole("button", { name: "Join again" }).click()
    await shared.waitFor({ state: "detached" })
    await page.goto("/app/follow-ups")
    await rows.getByText("+1", { exact: true }).waitFor()
    expect(await rows.count()).toBe(1)

    // Or from the settings in the first place, as it is typed there.
    await page.goto("/app/settings/follow-ups/shared-contacts")
    const typed = page.getByLabel("Phone number or email address")
    await typed.fill("067 311")
    await page.keyboard.press("Enter")
    await page.getByText("This is not a phone number").waitFor()
    expect(await typed.inputValue()).toBe("067 311")
    await typed.fill(phone)
    await page.keyboard.press("Enter")
    await shared.waitFor()
    expect(await typed.inputValue()).toBe("")
    await typed.fill("Office@mail.example")
    await page.keyboard.press("Enter")
    await page
      .getByRole("listitem")
      .getByText("office@mail.example", { exact: true })
      .waitFor()
    expect(await violationsAtEachWidth(page, "main")).toEqual([])
    await page.goto("/app/follow-ups")
    await until(async () => (await rows.count()) === 2)
    await desk().leave(page)
  })

  it("comes apart also where it is still being read, and on a colleague's page", async () => {
    const phone = "067 311 22 44"
    const lead = await desk().order({
      phone,
      first_name: "Vira",
      last_name: "Hasty",
    })
    await desk().order({ phone, first_name: "Hryhorii", last_name: "Hasty" })
    const colleague = await desk().queue(1)
    const theirs = rowOf(colleague, "Hasty")
    await theirs.getByText("+1", { exact: true }).waitFor()
    const page = await desk().queue()
    const rows = rowOf(page, "Hasty")
    await rows.getByText("+1", { exact: true }).waitFor()
    const { id } = await desk().taskOf(page, lead.id)
    let arrive = () => {}
    const isOnItsWay = new Promise<void>((resolve) => (arrive = resolve))
    const answered: string[] = []
    await page.route(`**/${id}/call-sheet?*`, async (route) => {
      const response = await route.fetch(TRIED_AGAIN)
      answered.push(await response.text())
      await isOnItsWay
      await route.fulfill({ response })
    })
    await rows.focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    const several = sheet.getByRole("button", { name: "Several people?" })
    await until(async () => answered.length === 1)
    await several.focus()
    await page.keyboard.press("Enter")
    await page
      .getByRole("menuitem", {
        name: "+380673112244 is used by several people",
      })
      .click()
    await several.waitFor({ state: "detached" })
    await until(async () => (await theirs.count()) === 2)
    // The page was told as well, and has read its rows again.
    await page.waitForTimeout(1_000)
    expect(answered).toHaveLength(1)
    arrive()
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    await several.waitFor({ state: "detached" })
    await desk().leave(page)
    await desk().leave(colleague)
  })

  it("pins the last notes of the call", async () => {
    const who = {
      email: "noted@mail.example",
      first_name: "Well",
      last_name: "Noted",
    }
    const order = await desk().order(who)
    await desk().order(who)
    const page = await desk().queue()
    const { id } = await desk().taskOf(page, order.id)
    await page.request.post(`/admin/follow-ups/${id}/notes`, {
      data: { note: "Rings twice, then hang up" },
    })
    await rowOf(page, "Well Noted").getByText("+1", { exact: true }).waitFor()
    const sheet = await openSheet(page, "Well Noted")

    await sheet
      .getByRole("list", { name: "Last notes" })
      .getByText("Rings twice, then hang up")
      .waitFor()
    await desk().leave(page)
  })

  describe("in every language", () => {
    const names = /Narrow/
    beforeAll(async () => {
      await desk().order({ last_name: "Narrow", phone: "+380 67 123 98 76" })
      await desk().order({ last_name: "Narrow", phone: "+4915112345678" })
      await desk().order({
        last_name: "Narrow",
        phone: undefined,
        email: "narrow@mail.example",
      })
      await desk().order({
        last_name: "Narrow",
        email: "narrow@mail.example",
        phone: "+380 67 765 43 21",
      })
      await waits("Reply", {}, { channel: "email", outcome: "message_sent" })
      await waits(
        "Several",
        { phone: SEVERAL_NUMBERS },
        { channel: "phone", outcome: "no_answer" }
      )
    })

    /** A customer who has been tried, and waits. */
    const waits = async (
      first_name: string,
      who: Partial<Shopper>,
      attempt: object
    ) => {
      const order = await desk().order({
        ...who,
        first_name,
        last_name: "Patient",
      })
      const page = await desk().signIn()
      const { id } = await desk().taskOf(page, order.id)
      const answer = await page.request.post(
        `/admin/follow-ups/${id}/attempts`,
        { data: attempt }
      )
      expect(answer.status()).toBe(200)
      await desk().leave(page)
    }

    it.each(LANGUAGES)(
      "cuts off no number and no task in %s",
      async (language) => {
        for (const width of [1100, 1440]) {
          const page = await desk().signIn(0, { language, width })
          await page.route("**/task-types", async (route) => {
            const response = await route.fetch(TRIED_AGAIN)
            const answer = await response.json()
            answer.task_types[0].label = {
              [language]: "Уточнити номер телефону",
            }
            await route.fulfill({ response, json: answer })
          })
          await page.goto("/app/follow-ups")
          await until(async () => (await rowOf(page, names).count()) >= 3)
          const cells = rowOf(page, names).getByRole("gridcell")
          await cells.getByText("+4915112345678").waitFor()

          expect(
            await cutOff(cells.locator("a, bdi, span:not(.sr-only)"))
          ).toEqual([])
          expect(await tooWide(cells)).toEqual([])
          await desk().leave(page)
        }
      }
    )

    it.each(LANGUAGES)(
      "has room for what waits, and why, on one line each, in %s",
      async (language) => {
        for (const width of [1100, 1400]) {
          const page = await desk().signIn(0, { language, width })
          await page.route("**/admin/follow-ups?*", async (route) => {
            const response = await route.fetch(TRIED_AGAIN)
            const answer: AdminFollowUpListResponse = await response.json()
            answer.follow_ups.forEach((task) => {
              task.customer_comment = "Please"
            })
            await route.fulfill({ response, json: answer })
          })
          await page.goto("/app/follow-ups?tab=waiting")
          const rows = rowOf(page, /Patient/)
          await until(async () => (await rows.count()) === 2)
          const cells = rows.getByRole("gridcell")
          const times = cells.locator("[data-timer] > span > span > span")
          const heights = await times.evaluateAll((texts) =>
            texts.map((text) => text.getBoundingClientRect().height)
          )

          expect(heights).toHaveLength(4)
          expect(heights.filter((height) => height > 24)).toEqual([])
          expect(await cutOff(cells.locator("a, bdi, span"))).toEqual([])
          expect(await tooWide(cells)).toEqual([])
          // Nor is a heading cut, or anything of the bar on a second line.
          expect(await cutOff(page.getByRole("columnheader"))).toEqual([])
          const bar = page.getByRole("tablist").locator("..")
          const tops = await bar
            .getByRole("tab")
            .or(bar.locator("[aria-haspopup=menu]"))
            .evaluateAll((places) =>
              places.map((place) => {
                const { top, height } = place.getBoundingClientRect()
                return Math.round((top + height / 2) / 4)
              })
            )
          expect(new Set(tops).size).toBe(1)
          // The mark of a comment is beside the name.
          const name = await rows
            .first()
            .getByRole("button")
            .nth(1)
            .boundingBox()
          const mark = await rows.first().getByTitle("Please").boundingBox()
          expect(mark?.y).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0))
          await desk().leave(page)
        }
      }
    )

    it.each(LANGUAGES)(
      "gives two numbers in one field a line of their own on a phone, in %s",
      async (language) => {
        const page = await desk().signIn(0, { language, width: 390 })
        await page.goto("/app/follow-ups?tab=waiting")
        const row = rowOf(page, "Several Patient")
        await row.waitFor()
        const cells = row.getByRole("gridcell")
        const whole = await row.boundingBox()
        const phone = await cells
          .filter({ hasText: SEVERAL_NUMBERS })
          .boundingBox()

        expect(phone?.width).toBeGreaterThan((whole?.width ?? 0) * 0.8)
        expect(await cutOff(cells.locator("a, bdi, button, span"))).toEqual([])
        expect(await tooWide(cells)).toEqual([])
        await desk().leave(page)
      }
    )

    it.each(LANGUAGES)(
      "has the bar of the sheet on one line on a phone while the agent is calling, in %s",
      async (language) => {
        const agent = await desk().signIn()
        const order = await desk().order({
          first_name: "Narrow",
          last_name: language,
        })
        const { id } = await desk().taskOf(agent, order.id)
        await desk().leave(agent)
        const page = await desk().signIn(0, { language, width: 390 })
        await page.goto(`/app/follow-ups?task=${id}`)
        const sheet = page.getByRole("dialog")
        await sheet.getByText(`Narrow ${language}`).first().waitFor()
        await page.keyboard.press("t")
        const time = sheet.getByText(/^\d:\d\d$/)
        await time.waitFor()
        const hangUp = time
          .locator("xpath=ancestor::*[@role='status'][1]")
          .getByRole("button")

        expect((await time.boundingBox())?.height).toBeLessThan(24)
        expect((await hangUp.boundingBox())?.height).toBeLessThan(48)
        expect(await tooWide(sheet)).toEqual([])
        await hangUp.click()
        await time.waitFor({ state: "detached" })
        await desk().leave(page)
      }
    )

    it.each(LANGUAGES)(
      "has the count of what is late in view on a phone, in %s",
      async (language) => {
        const page = await desk().queue(0, { language, width: 390 })
        const late = page.getByRole("tab").nth(3)
        await until(async () => /\d/.test(await late.innerText()))
        const box = await late.boundingBox()

        expect(box && box.x).toBeGreaterThanOrEqual(0)
        expect(box && box.x + box.width).toBeLessThanOrEqual(390)
        await desk().leave(page)
      }
    )
  })
}
