import { AxeBuilder } from "@axe-core/playwright"
import type { Page, Request } from "playwright-core"
import { SETTLES_AFTER_MS } from "../../admin/keyboard/settles-after"
import type { Shopper } from "../../demo/seed/people"
import type { AdminFollowUp } from "../../src/api/admin/follow-ups/types"
import type {
  AdminAlternativesResponse,
  AdminOfferAlternatives,
  AdminShortageOffer,
} from "../../src/api/admin/shortages/types"
import { moneyText } from "../../src/money"
import { until } from "../shop/until"
import { violations, violationsAtEachWidth } from "./accessibility"
import type { Desk, Look } from "./desk"

/**
 * Kettles that were ordered, and of which only so many were on the shelf, and the
 * order's task.
 */
export async function short(
  desk: Desk,
  page: Page,
  {
    ordered = 1,
    found = 0,
    who = {},
  }: { ordered?: number; found?: number; who?: Partial<Shopper> } = {}
) {
  const order = await desk.order(
    { first_name: "Out", last_name: "Of Stock", ...who },
    ordered
  )
  await desk.taskOf(page, order.id)
  const line_item_id = order.items?.[0]?.id ?? ""
  await post(page, "/admin/shortages/reports", {
    order_id: order.id,
    line_item_id,
    quantity_found: found,
  })
  const task = await until(async () => {
    const found = await desk.taskOf(page, order.id, "resolve_shortage")
    return found.status === "open" ? found : null
  })
  return { order, line_item_id, task }
}

export async function post(page: Page, path: string, data: object) {
  const response = await page.request.post(path, { data })
  if (!response.ok()) {
    throw new Error(`${path}: ${response.status()} ${await response.text()}`)
  }
  return await response.json()
}

/** Captures what an order was paid with. */
export async function capture(page: Page, order_id: string): Promise<void> {
  const answer = await page.request.get(
    `/admin/orders/${order_id}?fields=payment_collections.payments.id`
  )
  const { payment_collections } = (await answer.json()).order
  const [payment] = payment_collections[0].payments
  await post(page, `/admin/payments/${payment.id}/capture`, {})
}

/** What a page asks for from now on, and is not there. */
export function notFoundBy(page: Page): string[] {
  const asked: string[] = []
  page.on("response", (response) => {
    if (response.status() === 404) {
      asked.push(`${response.request().method()} ${response.url()}`)
    }
  })
  return asked
}

/**
 * Holds up what a section does until keys of outcomes were pressed, and takes
 * all routes of the page away.
 *
 * @returns what they recorded
 */
export async function whileUnderWay(
  page: Page,
  path: string,
  press: () => Promise<void>
): Promise<string[]> {
  const recorded: string[] = []
  const note = (request: Request) => {
    if (/\/(attempts|complete)$/.test(request.url())) {
      recorded.push(request.url())
    }
  }
  page.on("request", note)
  await page.route(path, async (route) => {
    if (route.request().method() === "POST") {
      // Longer than keys are ignored after something new is shown.
      await page.waitForTimeout(SETTLES_AFTER_MS * 2)
      await page.keyboard.press("1")
      await page.keyboard.press("n")
      await page.waitForTimeout(100)
    }
    await route.continue()
  })
  const answered = page.waitForResponse(
    (response) =>
      response.request().method() === "POST" &&
      response.url().endsWith(path.replace("**", ""))
  )
  await press()
  await answered
  await page.unrouteAll({ behavior: "ignoreErrors" })
  page.off("request", note)
  return recorded
}

/**
 * What was agreed is said to whoever opens the sheet later, and nothing that is
 * no longer so.
 */
export async function isKept(
  page: Page,
  { id }: Pick<AdminFollowUp, "id">,
  agreed: RegExp
): Promise<void> {
  await page.goto(`/app/follow-ups?task=${id}`)
  const sheet = page.getByRole("dialog")
  await sheet.getByText(agreed).waitFor()
  expect(await sheet.getByText("What to say").count()).toBe(0)
  expect(await sheet.getByText("Everything is in stock again.").count()).toBe(0)
}

/** The buttons of what is to be done next. */
const FILLED = ".bg-ui-button-inverted"

/**
 * Offers what is found in the catalogue, which is dearer.
 *
 * @param price - the customer's own if omitted
 */
async function offered(
  desk: Desk,
  page: Page,
  price?: "listed"
): Promise<AdminShortageOffer> {
  const { order, line_item_id } = await short(desk, page)
  const answer = await page.request.get(
    `/admin/shortages/orders/${order.id}/lines/${line_item_id}/alternatives?q=grinder`
  )
  const { alternatives }: AdminAlternativesResponse = await answer.json()
  const [found] = alternatives
  if (!found) {
    throw new Error("Nothing was found in the catalogue")
  }
  const body: AdminOfferAlternatives = {
    line_item_id,
    units: 1,
    alternatives: [
      {
        variant_id: found.variant_id,
        quantity: 1,
        location_id: found.location_id,
        price,
      },
    ],
  }
  const path = `/admin/shortages/orders/${order.id}/offers`
  return (await post(page, path, body)).offer
}

export function offers(desk: () => Desk): void {
  it("are sought, held and agreed on the phone, and the order is changed", async () => {
    const page = await desk().signIn()
    await desk().order({ last_name: "Next In Line" })
    const { order, task } = await short(desk(), page)
    const notFound = notFoundBy(page)
    // The sheet of the next customer does not come; nothing here waits for it.
    const isOfNext = ({ href }: URL) =>
      href.includes("/call-sheet?") && !href.includes(task.id)
    await page.route(isOfNext, () => undefined)
    const next = page.waitForRequest((request) =>
      isOfNext(new URL(request.url()))
    )
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    await sheet
      .getByRole("heading", { name: "Out of stock", exact: true })
      .waitFor()
    await next
    await sheet.getByLabel("Choose another").fill("grinder")
    const found = sheet.getByRole("list", { name: "Found in the catalogue" })
    await found
      .getByRole("button", { name: /^Offer: / })
      .first()
      .press("Enter")

    // What opens takes the focus, so that Enter goes on.
    const hold = sheet.getByRole("button", { name: "Hold and offer" })
    await hold.waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    // What was begun comes next: the call, or a form, has the filled button else.
    const filled = sheet.locator(FILLED)
    expect(await filled.allInnerTexts()).toEqual([
      expect.stringMatching(/^Hold and offer/),
    ])
    await page.keyboard.press("i")
    await filled.filter({ hasText: "Save" }).waitFor()
    expect(await filled.count()).toBe(1)
    await page.keyboard.press("Escape")
    await hold.focus()
    // It costs more, which the customer would have to agree to.
    await sheet
      .getByRole("combobox", { name: /^Price: / })
      .filter({ hasText: /^The same price as ordered: ₴1,598/ })
      .waitFor()
    const recorded = await whileUnderWay(page, "**/offers", async () => {
      await page.keyboard.press("Enter")
      await page.keyboard.press("1")
    })
    expect(recorded).toEqual([])
    const held = sheet.getByRole("group", { name: /^Held for the customer/ })
    await held.waitFor()
    await held.getByText(/^The order still costs /).waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    expect(await filled.allInnerTexts()).toEqual([
      expect.stringMatching(/^Customer takes it/),
    ])
    const longer = page.waitForResponse(/\/offers\/.*\/prolong$/)
    await held.getByRole("button", { name: "Hold longer" }).press("Enter")
    expect((await longer).status()).toBe(200)
    await sheet
      .getByRole("status")
      .filter({ hasText: /^Held for the customer until \d/ })
      .and(sheet.locator(".border-t"))
      .waitFor()
    await held
      .getByRole("button", { name: /^Customer takes it/, disabled: false })
      .press("Enter")
    await page.getByText("Done, as agreed").waitFor()

    const settled = await until(async () => {
      const now = await desk().taskOf(page, order.id, "resolve_shortage")
      return now.status === "completed" ? now : null
    })
    expect(settled.outcome).toBe("replaced")
    const answer = await page.request.get(
      `/admin/orders/${order.id}?fields=items.variant_id`
    )
    const changed = (await answer.json()).order
    expect(changed.items).toHaveLength(1)
    expect(changed.items[0].variant_id).not.toBe(order.items?.[0]?.variant_id)
    await isKept(page, task, / · Agreed .*: 1 replaced by 1 × /)
    expect(notFound).toEqual([])
    await desk().leave(page)
  })

  it("are there again, as picked and not yet held, after another call", async () => {
    const page = await desk().signIn()
    await desk().order({ first_name: "Another", last_name: "Call" })
    const { task } = await short(desk(), page, {
      who: { first_name: "Half", last_name: "Offered" },
    })
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    const name = sheet.getByRole("heading", { name: "Half Offered" })
    await name.waitFor()
    await sheet
      .getByRole("button", { name: /^Offer: Kettle/ })
      .first()
      .press("Enter")
    const price = sheet.getByRole("combobox", { name: /^Price: / })
    await price.press("Enter")
    await page.getByRole("option", { name: /^As listed: / }).press("Enter")
    await price.filter({ hasText: /^As listed: / }).waitFor()

    const [there, back] = (await sheet
      .getByRole("button", { name: "Next customer" })
      .isEnabled())
      ? ["j", "k"]
      : ["k", "j"]
    await name.focus()
    await page.keyboard.press(there ?? "")
    await name.waitFor({ state: "detached" })
    await page.keyboard.press(back ?? "")
    await name.and(page.locator(":focus")).waitFor()
    await price.filter({ hasText: /^As listed: / }).waitFor()
    expect(await name.evaluate((one) => one === document.activeElement)).toBe(
      true
    )

    await sheet.getByRole("button", { name: "Hold and offer" }).press("Enter")
    const held = sheet.getByRole("group", { name: /^Held for the customer/ })
    await held.and(page.locator(":focus")).waitFor()
    await held.getByRole("button", { name: "Withdraw" }).press("Enter")
    await sheet.getByLabel("Choose another").waitFor()
    expect(await price.count()).toBe(0)
    await desk().leave(page)
  })

  it("give way to what needs nothing else: the item is taken off, and the total told before", async () => {
    const page = await desk().signIn()
    const { order, task } = await short(desk(), page)
    const notFound = notFoundBy(page)
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    await sheet
      .getByRole("button", { name: "Offer: Take 1 unit off the order" })
      .click()
    await sheet.getByText(/ less\. The courier collects /).waitFor()
    await sheet
      .getByRole("button", { name: "Customer agrees: carry it out" })
      .press("Enter")
    await page.getByText("Done, as agreed").waitFor()
    await until(async () => {
      const now = await desk().taskOf(page, order.id, "resolve_shortage")
      return now.outcome === "removed" ? now : null
    })
    await isKept(page, task, / · Agreed .*: 1 taken off the order$/)
    expect(notFound).toEqual([])
    await desk().leave(page)
  })

  it("are not carried out from under a colleague who is calling, without a question", async () => {
    const [page, colleague] = [await desk().signIn(), await desk().signIn(1)]
    const { order, task } = await short(desk(), page)
    await post(colleague, `/admin/follow-ups/${task.id}/calling`, {})
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    await sheet
      .getByRole("button", { name: "Offer: Take 1 unit off the order" })
      .click()
    const agree = sheet.getByRole("button", {
      name: "Customer agrees: carry it out",
    })
    await agree.press("Enter")
    const question = page.getByRole("alertdialog", {
      name: /is calling this customer now$/,
    })
    await question.locator("button:focus", { hasText: "Back" }).waitFor()
    await page.keyboard.press("Enter")
    await question.waitFor({ state: "detached" })
    await sheet.getByText(/is calling this customer\. Do it/).waitFor()
    const kept = await desk().taskOf(page, order.id, "resolve_shortage")
    expect(kept.status).toBe("open")

    await agree.press("Enter")
    await question.getByRole("button", { name: "Go ahead" }).click()
    await page.getByText("Done, as agreed").waitFor()
    await desk().leave(page)
    await desk().leave(colleague)
  })

  it("are answered by the customer on a phone, in their language, without a script", async () => {
    const agent = await desk().signIn()
    const { link, order_id, alternatives } = await offered(desk(), agent)
    const { id } = await desk().taskOf(agent, order_id, "confirm_order")
    await post(agent, `/admin/follow-ups/${id}/attempts`, {
      channel: "sms",
      outcome: "message_sent",
    })
    await agent.goto(`/app/follow-ups?task=${id}`)
    const sheet = agent.getByRole("dialog")
    await sheet.getByText("Message sent").first().waitFor()
    const look: Look = { width: 390 }
    const context = await desk().window(look)
    const page = await context.newPage()
    const { pathname } = new URL(link ?? "")
    for (const [language, send] of [
      ["en", "Send my answer"],
      ["ru", "Отправить ответ"],
      ["bg", "Изпращане на отговора"],
      ["uk", "Надіслати відповідь"],
    ] as const) {
      await page.goto(`${pathname}?lang=${language}`)
      await page.getByRole("button", { name: send }).waitFor()
      expect(await page.locator("html").getAttribute("lang")).toBe(language)
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations: found } = await new AxeBuilder({ page })
          .setLegacyMode(true)
          .analyze()
        expect(found.map(({ id }) => id)).toEqual([])
      }
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth
      )
      expect(wide).toBeLessThanOrEqual(0)
    }

    await page.getByLabel(alternatives[0]?.title ?? "").press("Space")
    await page
      .getByRole("button", { name: "Надіслати відповідь" })
      .press("Enter")
    await page.getByText(/^Дякуємо! Надсилаємо вам: /).waitFor()
    await page.reload()
    await page.getByText(/^Дякуємо! Надсилаємо вам: /).waitFor()
    expect(await page.getByRole("button").count()).toBe(0)
    const task = await until(async () => {
      const now = await desk().taskOf(agent, order_id, "resolve_shortage")
      return now.status === "completed" ? now : null
    })
    expect(task.outcome).toBe("replaced")
    // What waited for the answer is to be done, and the open sheet says why.
    const why = { hasText: "The customer has answered" }
    await sheet.getByRole("status").filter(why).waitFor()
    expect(await violations(agent, "[role=dialog]")).toEqual([])
    expect(await desk().taskOf(agent, order_id, "confirm_order")).toMatchObject(
      {
        status: "open",
      }
    )
    await context.close()
    await desk().leave(agent)
  })

  it("are answered by the customer while the sheet is open, which says so; a digit does nothing to the next task", async () => {
    const page = await desk().signIn()
    const { link, order_id, alternatives } = await offered(desk(), page)
    const task = await desk().taskOf(page, order_id, "resolve_shortage")
    const next = await desk().taskOf(page, order_id, "confirm_order")
    const completed: string[] = []
    page.on("request", (request) => {
      const isOfNext = request.url().includes(`/${next.id}/`)
      if (isOfNext && request.method() === "POST") {
        completed.push(request.url())
      }
    })
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("group", { name: /^Held for the customer/ }).focus()
    await page.request.post(new URL(link ?? "").pathname, {
      form: {
        choice: `accept:${alternatives[0]?.id}`,
        note: "By noon, please",
      },
    })

    const settled = sheet.getByRole("region", { name: /Resolve shortage/ })
    await settled.getByText("· the customer").waitFor()
    await sheet
      .locator("[aria-current=true]")
      .getByRole("heading", { name: /^Confirm order/ })
      .waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("1")
    await settled.getByRole("button", { name: "Resolve shortage" }).click()
    await settled
      .getByText(/ · Agreed .*: 1 replaced by .* · the customer “By noon/)
      .waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])
    expect(completed).toEqual([])
    await sheet
      .locator("summary", { hasText: "Resolve shortage" })
      .press("Enter")
    await sheet.getByText("Offer accepted").waitFor()
    // The click was on the settled one.
    await page.keyboard.press("ArrowDown")
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("1")
    await until(async () => {
      const now = await desk().taskOf(page, order_id, "confirm_order")
      return now.status === "completed" ? now : null
    })
    await desk().leave(page)
  })

  it("leave money to pay, which the sheet says first and leads to", async () => {
    const page = await desk().signIn()
    const { link, order_id, alternatives } = await offered(
      desk(),
      page,
      "listed"
    )
    await capture(page, order_id)
    await page.request.post(new URL(link ?? "").pathname, {
      form: { choice: `accept:${alternatives[0]?.id}` },
    })
    const { id, data } = await desk().taskOf(page, order_id, "payment_due")
    await page.goto(`/app/follow-ups?task=${id}`)
    const sheet = page.getByRole("dialog")
    const task = sheet.getByRole("region", { name: /Collect payment/ })
    const due = moneyText(Number(data.amount), "uah", "en")
    // In its line, and in its section; what all of the order costs is below.
    await task.getByText(due, { exact: true }).nth(1).waitFor()
    expect(await task.getByRole("heading").allInnerTexts()).toEqual([
      expect.stringMatching(/Collect payment/),
      "What to say",
      "Canned answers",
      "Payment due",
      "Ordered",
    ])
    expect(await violationsAtEachWidth(page, "[role=dialog]")).toEqual([])

    await task.getByRole("link", { name: /^See the payment/ }).press("Enter")
    await page.getByRole("button", { name: "Mark as paid" }).waitFor()
    await page.getByRole("button", { name: "Back to the call" }).press("Enter")
    await task.waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("2")
    await sheet
      .getByRole("status")
      .getByText(/: Pays on delivery$/)
      .waitFor()
    await desk().leave(page)
  })

  it("have a link that is copied, or sent in a message", async () => {
    const page = await desk().signIn()
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    const { link, subject, message, order_id } = await offered(desk(), page)
    const task = await desk().taskOf(page, order_id, "resolve_shortage")
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    const held = sheet.getByRole("group", { name: /^Held for the customer/ })
    await held
      .getByRole("button", { name: "Copy the customer’s link" })
      .press("Enter")
    await held.getByRole("button", { name: "Copied" }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

    await held.getByRole("button", { name: "Send link" }).press("Enter")
    const text = page.getByRole("textbox", { name: "Message" })
    await text.waitFor()
    expect(await text.inputValue()).toContain(link)
    expect(message).toContain(link)
    expect(message).toContain(": Kettle Dnipro, 1.7 l, Steel ")
    expect(
      await page.getByRole("textbox", { name: "Subject" }).inputValue()
    ).toBe(subject)
    await desk().leave(page)
  })
}
