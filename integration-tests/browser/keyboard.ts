import { setTimeout as sleep } from "node:timers/promises"
import type { Locator, Page } from "playwright-core"
import { SETTLES_AFTER_MS } from "../../admin/keyboard/settles-after"
import type {
  AdminFollowUpCallSheetResponse,
  AdminFollowUpDetailResponse,
} from "../../src/api/admin/follow-ups/types"
import { until } from "../shop/until"
import { violations, violationsAtEachWidth } from "./accessibility"
import { type Desk, goOn, rowOf } from "./desk"
import { TRIED_AGAIN } from "./tried-again"
import { typesOn } from "./types-on"

const SLOW_ANSWER_MS = 500

/** So many times slower than this one. */
const SLOW_COMPUTER = 4

/** The next sheet would be there by then. */
const DRAWN_AFTER_MS = 1_500

const hasFocus = (place: Locator) =>
  place.evaluate((element) => element === document.activeElement)

/** Waits until a timer shows another time. */
async function movesOn(timer: Locator): Promise<void> {
  const before = await timer.innerText()
  await until(async () => (await timer.innerText()) !== before)
}

/** The queue, narrowed to the tasks of these customers. */
async function queueOf(
  desk: Desk,
  last_name: string,
  first_names: readonly string[]
): Promise<Page> {
  for (const first_name of first_names) {
    await desk.order({ first_name, last_name })
  }
  const page = await desk.queue()
  await page.keyboard.press("/")
  await page.keyboard.type(last_name)
  for (const first_name of first_names) {
    await rowOf(page, `${first_name} ${last_name}`).waitFor()
  }
  return page
}

export function keyboard(desk: () => Desk): void {
  it("goes from the search to what it finds, and back to write another", async () => {
    const page = await queueOf(desk(), "Searchable", ["Ann"])
    await page.keyboard.press("Enter")
    await until(() => hasFocus(rowOf(page, "Ann Searchable")))
    await page.keyboard.press("/")
    await page.keyboard.type("nobody is called this")

    expect(await page.getByRole("searchbox").inputValue()).toBe(
      "nobody is called this"
    )
    await page.getByText("Try other words.").waitFor()
    expect(await page.getByText("Nothing elsewhere").count()).toBe(0)
    await desk().leave(page)
  })

  it("finds outside the tab what is not in it, says where that is, and goes there", async () => {
    const page = await queueOf(desk(), "Farther", ["Ann", "Ben"])
    await until(async () => page.url().includes("Farther"))
    await page
      .getByRole("grid")
      .and(page.locator("[aria-busy=false]"))
      .waitFor()
    // The list is left before it was read again: it is shown as it was at first.
    await page.route("**/follow-ups/search", async (route) => {
      await sleep(SLOW_ANSWER_MS)
      await route.continue()
    })
    await rowOf(page, "Ann Farther").focus()
    await page.keyboard.press("n")
    await until(() => hasFocus(rowOf(page, "Ben Farther")))
    const elsewhere = page.getByRole("grid", { name: "Elsewhere" })
    const ann = elsewhere
      .getByRole("row")
      .filter({ hasText: /Ann Farther/ })
      .filter({ hasText: "next attempt" })

    await page.keyboard.press("/")
    await page.keyboard.type("Ann Farther")
    await page.keyboard.press("Enter")
    await until(() => hasFocus(ann))
    const line = page.getByText("Searched in “To do now”.")
    expect((await line.boundingBox())?.height).toBeLessThan(60)

    await page.keyboard.press("/")
    await page.keyboard.type("Farther")
    await page.keyboard.press("Enter")
    await until(() => hasFocus(rowOf(page, "Ben Farther")))
    await ann.waitFor()
    expect(await violations(page, "main")).toEqual([])
    await page.keyboard.press("ArrowDown")
    await until(() => hasFocus(ann))
    await page.keyboard.press("ArrowUp")
    await until(() => hasFocus(rowOf(page, "Ben Farther")))
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page
      .getByRole("dialog")
      .getByRole("heading", { name: "Ann Farther" })
      .waitFor()
    await desk().leave(page)
  })

  it("tells no server in an address what is searched for, not when it is opened again either", async () => {
    const page = await queueOf(desk(), "Discreetly", ["Ann"])
    const told: string[] = []
    page.on("request", (request) => {
      told.push(
        request.url().split("#")[0] ?? "",
        request.headers().referer ?? ""
      )
    })
    await page.reload()
    await rowOf(page, "Ann Discreetly").waitFor()
    await page.keyboard.press("/")
    await page.keyboard.type(" Ann")
    await until(async () => page.url().includes("Ann"))
    await rowOf(page, "Ann Discreetly").waitFor()

    expect(await page.getByRole("searchbox").inputValue()).toContain("Ann")
    expect(told.filter((address) => address.includes("/search"))).not.toEqual(
      []
    )
    expect(
      told.filter((address) => /discreetly|[=+]ann\b/i.test(address))
    ).toEqual([])
    await desk().leave(page)
  })

  it("opens the first call of a page that was just opened", async () => {
    await desk().order({ first_name: "Ann", last_name: "Morning" })
    const page = await desk().queue()
    await rowOf(page, "Ann Morning").waitFor()
    await page.keyboard.press("Enter")
    await page.getByRole("dialog").getByRole("heading").first().waitFor()

    await desk().leave(page)
  })

  it("passes a list of many with one row's stops", async () => {
    const page = await queueOf(desk(), "Stops", ["Ann", "Ben", "Cleo"])
    await rowOf(page, "Ben Stops").focus()
    const stops = (name: string) =>
      rowOf(page, name).evaluate(
        (row) =>
          [row, ...row.querySelectorAll("a, button")].filter(
            (element) => element instanceof HTMLElement && element.tabIndex >= 0
          ).length
      )

    await until(async () => (await stops("Ben Stops")) > 1)
    expect([await stops("Ann Stops"), await stops("Cleo Stops")]).toEqual([
      0, 0,
    ])
    await desk().leave(page)
  })

  it("is back on the row once the list of keys was read", async () => {
    const page = await queueOf(desk(), "Reader", ["Ann"])
    const row = rowOf(page, "Ann Reader")
    await row.focus()
    await page.keyboard.press("?")
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" })
    // It listens for Escape once it has taken the focus.
    await until(() =>
      keys.evaluate((list) => list.contains(document.activeElement))
    )
    await page.keyboard.press("Escape")
    await keys.waitFor({ state: "detached" })

    expect(await until(() => hasFocus(row))).toBe(true)
    await desk().leave(page)
  })

  it("does not carry a key that is struck twice to the next customer", async () => {
    const page = await queueOf(desk(), "Twice", ["Ann", "Ben"])
    await rowOf(page, "Ann Twice").focus()
    const attempts: string[] = []
    page.on("request", (request) => {
      if (request.url().endsWith("/attempts")) {
        attempts.push(request.url())
      }
    })
    await page.evaluate(() =>
      document.addEventListener(
        "focusin",
        ({ target }) =>
          target?.dispatchEvent(
            new KeyboardEvent("keydown", {
              key: "n",
              code: "KeyN",
              bubbles: true,
            })
          ),
        { once: true }
      )
    )
    await page.keyboard.press("n")
    await until(() => hasFocus(rowOf(page, "Ben Twice")))
    await page.getByText("No answer").first().waitFor()

    expect(attempts).toHaveLength(1)
    await desk().leave(page)
  })

  it("asks the next question as soon as one was left", async () => {
    const page = await queueOf(desk(), "Asked", ["Ann"])
    await rowOf(page, "Ann Asked").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("heading", { name: "Ann Asked" }).waitFor()
    await page.keyboard.press("i")
    await sheet.getByRole("textbox").waitFor()
    await page.keyboard.press("Escape")
    await sheet.getByRole("textbox").waitFor({ state: "detached" })
    await page.keyboard.press("a")
    await sheet.getByRole("form").waitFor()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await sheet.waitFor({ state: "detached" })

    expect(await until(() => hasFocus(rowOf(page, "Ann Asked")))).toBe(true)
    await desk().leave(page)
  })

  it.each([
    ["on the sheet", "l", "Later"],
    ["on the sheet", "h", "Patient"],
    ["in the queue", "l", "Queued"],
  ])(
    "takes a time that begins with a digit, %s after %s, and picks none",
    async (where, key, name) => {
      const page = await queueOf(desk(), name, ["Ann", "Ben"])
      await rowOf(page, `Ann ${name}`).focus()
      const sheet = page.getByRole("dialog")
      if (where === "on the sheet") {
        await page.keyboard.press("Enter")
        await sheet.getByRole("heading", { name: `Ann ${name}` }).waitFor()
        await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
      }
      await page.waitForTimeout(SETTLES_AFTER_MS)
      await page.keyboard.press(key)
      const firstTime = sheet.getByRole("form").getByRole("button").first()
      await until(() => hasFocus(firstTime))
      const field = sheet.getByLabel("Another time")
      await page.keyboard.type("27.11 14:00", { delay: 50 })
      expect(await field.inputValue()).toBe("27.11 14:00")
      await sheet.getByRole("heading", { name: `Ann ${name}` }).waitFor()
      await field.fill("14:30")
      const sent = page.waitForRequest((request) =>
        /[/](attempts|wait)$/.test(request.url())
      )
      await page.keyboard.press("Enter")
      const body = (await sent).postDataJSON()

      expect(
        new Date(body.call_back_at ?? body.until).toLocaleTimeString("sv", {
          timeZone: "Europe/Kyiv",
        })
      ).toBe("14:30:00")
      await desk().leave(page)
    }
  )

  it("lets what is typed on after a call settle nothing of the next customer", async () => {
    const page = await queueOf(desk(), "Spilled", ["Ann", "Ben"])
    await rowOf(page, "Ann Spilled").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    const attempts: string[] = []
    page.on("request", (request) => {
      if (request.url().endsWith("/attempts")) {
        attempts.push(request.url())
      }
    })
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("n")
    const stop = await typesOn(page, "3")
    await sheet.getByRole("heading", { name: "Ben Spilled" }).waitFor()
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    await page.waitForTimeout(3 * SETTLES_AFTER_MS)
    await stop()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    expect(attempts).toHaveLength(1)
    await page.keyboard.press("n")
    await until(async () => attempts.length === 2)
    await desk().leave(page)
  })

  it("leaves a time alone that is being typed", async () => {
    const page = await queueOf(desk(), "Timely", ["Ann"])
    await rowOf(page, "Ann Timely").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("heading", { name: "Ann Timely" }).waitFor()
    await page.keyboard.press("h")
    const time = sheet.getByLabel("Another time")
    await time.focus()
    // The sheet is rendered again every second.
    const timer = sheet.locator("[data-timer]").first()
    await movesOn(timer)
    await movesOn(timer)
    await until(() => hasFocus(time))
    const tomorrow = new Date(Date.now() + 86_400_000)
      .toISOString()
      .slice(0, 10)
    await time.fill(`${tomorrow}T11:07`)
    const sent = page.waitForRequest((request) =>
      request.url().endsWith("/wait")
    )
    await page.keyboard.press("Enter")
    const { until: chosen } = (await sent).postDataJSON()

    expect(
      new Date(chosen).toLocaleString("sv", { timeZone: "Europe/Kyiv" })
    ).toBe(`${tomorrow} 11:07:00`)
    await desk().leave(page)
  })

  it("writes to a customer: an answer is chosen, changed, sent, and kept with its text", async () => {
    const order = await desk().order({
      first_name: "Ann",
      last_name: "Written",
    })
    const page = await desk().queue()
    const task = await desk().taskOf(page, order.id)
    await goOn(page, `/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("button", { name: /^Write…/ }).waitFor()
    await page.keyboard.press("e")
    await sheet.getByText("Which text?").waitFor()
    await page.keyboard.press("1")
    const message = sheet.getByLabel("Message")
    await until(() => hasFocus(message))
    expect(await sheet.getByLabel("To", { exact: true }).inputValue()).toBe(
      task.email
    )
    expect(await sheet.getByLabel("Subject").inputValue()).toContain(
      `#${order.display_id}`
    )
    expect(await violationsAtEachWidth(page, "[role=dialog]")).toEqual([])
    await message.focus()
    await page.keyboard.press("Control+End")
    await page.keyboard.type(" See you soon.")
    const answered = page.waitForResponse((response) =>
      response.url().endsWith("/attempts")
    )
    await page.keyboard.press("Control+Enter")
    expect((await answered).status()).toBe(200)

    // The sheet goes on to the next customer, or says that all is done.
    const written = sheet.getByRole("heading", { name: "Ann Written" })
    await written.waitFor({ state: "detached" })
    const openAnew = async () => {
      await goOn(page, "/app/follow-ups")
      await sheet.waitFor({ state: "detached" })
      await goOn(page, `/app/follow-ups?task=${task.id}`)
    }
    await openAnew()
    const sent = sheet.getByText(`Sent to ${task.email}`)
    await sent.waitFor()
    expect(await sheet.getByText("See you soon.").count()).toBeGreaterThan(0)

    // Sending takes a while with a real provider, and no change of the queue tells of its end.
    const mark = (status: string) =>
      desk().write(
        `update follow_up_attempt
            set message = message || jsonb_build_object('status', $2::text)
          where task_id = $1`,
        [task.id, status]
      )
    await mark("pending")
    await openAnew()
    await sheet.getByText("Being sent").first().waitFor()
    await mark("sent")
    await sent.waitFor()
    await desk().leave(page)
  })

  it("copies an answer where nothing can be sent, and says that it was not", async () => {
    const order = await desk().order({ first_name: "Ann", last_name: "Copied" })
    const page = await desk().signIn()
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    await page.route("**/call-sheet?*", async (route) => {
      const response = await route.fetch(TRIED_AGAIN)
      const answer: AdminFollowUpCallSheetResponse = await response.json()
      answer.call_sheet.channels = []
      await route.fulfill({ response, json: answer })
    })
    const task = await desk().taskOf(page, order.id)
    await page.goto(`/app/follow-ups?task=${task.id}`)
    const answer = page
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ has: page.locator("details") })
      .first()
    const copy = answer.getByRole("button", { name: /^Copy / })
    await copy.waitFor()
    expect(await answer.getByRole("button", { name: /^Send/ }).count()).toBe(0)
    await copy.focus()
    await page.keyboard.press("Enter")
    await answer.getByText("Copied, and not sent.", { exact: false }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(await answer.locator("details p").textContent()).toBe(copied)
    await desk().leave(page)
  })

  it("asks by which channel a message was sent outside the sheet", async () => {
    const page = await queueOf(desk(), "Texted", ["Ann"])
    await rowOf(page, "Ann Texted").focus()
    await page.keyboard.press("m")
    const sheet = page.getByRole("dialog")
    await sheet.getByText("How was the message sent?").waitFor()
    await page.keyboard.press("ArrowRight")
    await until(() => hasFocus(sheet.getByRole("button", { name: /^SMS/ })))
    const sent = page.waitForRequest((request) =>
      request.url().endsWith("/attempts")
    )
    await page.keyboard.press("3")
    expect((await sent).postDataJSON()).toMatchObject({
      channel: "messenger",
      outcome: "message_sent",
    })
    await desk().leave(page)
  })

  it("calls back at a time typed in Ukrainian, with a note, by keyboard alone", async () => {
    const order = await desk().order({
      first_name: "Оля",
      last_name: "Завтрашня",
    })
    const page = await desk().queue(0, { language: "uk" })
    const task = await desk().taskOf(page, order.id)
    await goOn(page, `/app/follow-ups?task=${task.id}`)
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("button", { name: /^Підтверджено/ }).waitFor()
    // Outcome keys take effect after a delay, which nothing shows.
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("l")
    await sheet.getByRole("form").waitFor()
    // A letter goes to the field from the first of the times. Playwright has no
    // Cyrillic keyboard: it would type the letter without pressing its key.
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "з", code: "KeyP", bubbles: true })
      )
    )
    await until(() => hasFocus(sheet.getByLabel("Інший час")))
    await page.keyboard.type("завтра 10:30")
    const shown = sheet.getByRole("status").filter({ hasText: "10:30" })
    await shown.waitFor()
    await page.keyboard.press("Tab")
    await page.keyboard.type("після наради")
    const sent = page.waitForRequest((request) =>
      request.url().endsWith("/attempts")
    )
    await page.keyboard.press("Control+Enter")
    const { call_back_at, note } = (await sent).postDataJSON()

    const inKyiv = (at: number | string) =>
      new Date(at).toLocaleString("sv", { timeZone: "Europe/Kyiv" })
    const tomorrow = inKyiv(Date.now() + 86_400_000).slice(0, 10)
    expect(inKyiv(call_back_at)).toBe(`${tomorrow} 10:30:00`)
    expect(note).toBe("після наради")
    await desk().leave(page)
  })

  it("takes back a slip of the finger with one key, in the list and on the sheet", async () => {
    const page = await queueOf(desk(), "Slip", ["Ann", "Ben"])
    await rowOf(page, "Ann Slip").focus()
    await page.keyboard.press("n")
    await until(() => hasFocus(rowOf(page, "Ben Slip")))
    const undo = page.getByRole("button", { name: "Undo" })
    // Over no row: it is above the list.
    await until(async () => {
      const told = await undo.locator("xpath=ancestor::li").boundingBox()
      const list = await page.getByRole("grid").first().boundingBox()
      return told && list && told.y + told.height < list.y
    })
    await page.keyboard.press("u")
    await page.getByText("Ann Slip: undone").first().waitFor()
    await undo.waitFor({ state: "detached" })
    expect(await until(() => hasFocus(rowOf(page, "Ann Slip")))).toBe(true)
    const rows = await page.getByRole("row", { name: /Slip/ }).allInnerTexts()
    expect(rows.map((row) => /(Ann|Ben) Slip/.exec(row)?.[1])).toEqual([
      "Ann",
      "Ben",
    ])

    await rowOf(page, "Ben Slip").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("heading", { name: "Ben Slip" }).waitFor()
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    // Keys that change something take effect after a delay, which nothing
    // shows.
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("1")
    await sheet.getByRole("button", { name: "Undo" }).waitFor()
    await page.keyboard.press("u")
    await sheet.getByText("Ben Slip: undone").waitFor()
    await sheet.getByRole("heading", { name: "Ben Slip" }).waitFor()
    await sheet.getByText("Recorded by mistake: Phone: Reached").waitFor()
    await desk().leave(page)
  })

  it("takes back a slip while the next sheet is still being drawn, and stays", async () => {
    const page = await queueOf(desk(), "Swift", ["Ann", "Ben"])
    await rowOf(page, "Ben Swift").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    // As on a slow computer, where the answer is there before the sheet.
    const browser = await page.context().newCDPSession(page)
    const slowDown = async (rate: number) =>
      await browser.send("Emulation.setCPUThrottlingRate", { rate })
    await slowDown(SLOW_COMPUTER)
    await sheet.evaluate((dialog) => {
      const told = new MutationObserver(() => {
        if (dialog.querySelector("[role=status] [aria-keyshortcuts=u]")) {
          told.disconnect()
          document.activeElement?.dispatchEvent(
            new KeyboardEvent("keydown", { key: "u", bubbles: true })
          )
        }
      })
      told.observe(dialog, { childList: true, subtree: true })
    })
    await page.keyboard.press("1")
    await sheet.getByText("Ben Swift: undone").waitFor()
    await slowDown(1)

    await page.waitForTimeout(DRAWN_AFTER_MS)
    await sheet.getByText("Recorded by mistake: Phone: Reached").waitFor()
    await sheet.getByRole("heading", { name: "Ben Swift" }).waitFor()
    await desk().leave(page)
  })

  it("takes back what is no longer shown, once, and then says that there is nothing", async () => {
    const page = await queueOf(desk(), "Lately", ["Ann", "Ben"])
    await rowOf(page, "Ann Lately").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("1")
    const told = sheet
      .getByRole("status")
      .filter({ hasText: /Ann Lately: Confirmed · Confirm order #\d+/ })
    await told.waitFor()
    await sheet.getByRole("heading", { name: "Ben Lately" }).waitFor()
    await told.waitFor({ state: "detached" })
    // What is no outcome replaces none, nor does another sheet.
    await page.keyboard.press("c")
    await sheet.getByText("The call is yours").waitFor()
    await page.keyboard.press("Escape")
    await sheet.waitFor({ state: "detached" })
    await rowOf(page, "Ben Lately").focus()
    await page.keyboard.press("Enter")
    await sheet.getByRole("heading", { name: "Ben Lately" }).waitFor()
    await page.keyboard.press("u")
    await sheet.getByText("Ann Lately: undone").waitFor()
    await sheet.getByRole("heading", { name: "Ann Lately" }).waitFor()

    await page.keyboard.press("u")
    await page.getByText("There is no attempt to undo.").first().waitFor()
    await desk().leave(page)
  })

  it("keeps the customer and the place in the list where they are, whatever was done before", async () => {
    const page = await queueOf(desk(), "Steady", ["Ann", "Ben"])
    await rowOf(page, "Ann Steady").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    const placeOf = async (name: string) => {
      const heading = sheet.getByRole("heading", { name })
      await heading.waitFor()
      await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
      return await heading.boundingBox()
    }
    const before = await placeOf("Ann Steady")
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("n")
    const after = await placeOf("Ben Steady")
    await sheet.getByRole("button", { name: "Undo" }).waitFor()
    expect(after?.y).toBe(before?.y)

    await sheet.getByText("1 of 1").waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("3")
    await sheet.getByText(/^Cancel order #/).waitFor()
    await page
      .locator("[data-gone]")
      .filter({ hasText: "Ben Steady" })
      .waitFor()
    expect(await sheet.getByText("1 of 1").count()).toBe(1)
    await desk().leave(page)
  })

  it("leads on from the end of a list: to what was opened meanwhile, and to all there is to do", async () => {
    await desk().order({ first_name: "Zoe", last_name: "Another" })
    const page = await queueOf(desk(), "Lastly", ["Ann"])
    await rowOf(page, "Ann Lastly").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("w")
    const open = sheet.getByRole("button", { name: "Open the call sheet" })
    await open.waitFor()
    await sheet.getByText("Ask for phone number").waitFor()
    await until(() => hasFocus(open))
    await page.keyboard.press("Enter")
    await sheet.getByRole("button", { name: /^Number received/ }).waitFor()
    await page.keyboard.press("Escape")
    await sheet.waitFor({ state: "detached" })

    await page.goto("/app/follow-ups?q=Zoe+Another")
    await rowOf(page, "Zoe Another").focus()
    await page.keyboard.press("Enter")
    await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("1")
    const all = sheet.getByRole("button", { name: /^To do now \(\d+\)$/ })
    await all.waitFor()
    await until(() => hasFocus(all))
    await page.keyboard.press("Enter")
    await sheet.waitFor({ state: "detached" })
    await rowOf(page, "Ann Lastly").waitFor()
    await desk().leave(page)
  })

  it("does a whole morning without a mouse: confirmed, not reached, declined and canceled, called back, written to, and found again", async () => {
    const names = ["Ann", "Ben", "Cat", "Dan", "Eve"]
    const page = await queueOf(desk(), "Daybreak", names)
    await page.keyboard.press("Enter")
    await until(() => hasFocus(page.locator("[role=row]:focus")))
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    const taskIds = new Map<string, string>()
    /** Waits until the sheet is at the next customer, and takes keys. */
    const next = async () => {
      const name = await until(async () => {
        const [shown = ""] = await sheet
          .getByRole("heading", { name: / Daybreak$/ })
          .allInnerTexts()
        return !taskIds.has(shown) && shown
      })
      await sheet.getByRole("button", { name: /^Confirmed/ }).waitFor()
      const { searchParams } = new URL(page.url())
      taskIds.set(name, searchParams.get("task") ?? "")
      await page.waitForTimeout(SETTLES_AFTER_MS)
      return name
    }
    const taskOf = async (name: string) => {
      const answer = await page.request.get(
        `/admin/follow-ups/${taskIds.get(name)}`
      )
      const { follow_up }: AdminFollowUpDetailResponse = await answer.json()
      return follow_up
    }

    const confirmed = await next()
    await page.keyboard.press("t")
    await sheet
      .getByText(/^You are calling/)
      .last()
      .waitFor()
    await page.keyboard.press("1")
    const unreached = await next()
    await page.keyboard.press("i")
    await page.keyboard.type("rang twice")
    await page.keyboard.press("Control+Enter")
    await sheet
      .getByRole("list", { name: "Last notes" })
      .getByText("rang twice")
      .waitFor()
    // Keys count once the note is recorded, which is a moment after it is shown.
    await page.waitForTimeout(3 * SETTLES_AFTER_MS)
    await page.keyboard.press("n")
    const declined = await next()
    await page.keyboard.press("3")
    await sheet.getByText(/^Cancel order #/).waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("2")
    const calledBack = await next()
    await page.keyboard.press("l")
    await sheet.getByRole("form").waitFor()
    await page.keyboard.type("tomorrow 10:30")
    await page.keyboard.press("Enter")
    const written = await next()
    await page.keyboard.press("m")
    await sheet.getByText("How was the message sent?").waitFor()
    await page.waitForTimeout(SETTLES_AFTER_MS)
    await page.keyboard.press("1")

    await until(async () => (await taskOf(written)).status === "waiting")
    expect(await taskOf(confirmed)).toMatchObject({
      outcome: "confirmed",
      attempt_count: 1,
    })
    expect(await taskOf(unreached)).toMatchObject({
      status: "waiting",
      waiting_reason: "next_attempt",
    })
    const off = await taskOf(declined)
    expect(off.outcome).toBe("declined")
    const { order } = await (
      await page.request.get(`/admin/orders/${off.order_id}`)
    ).json()
    expect(order.status).toBe("canceled")
    expect(await taskOf(calledBack)).toMatchObject({
      status: "waiting",
      waiting_reason: "call_back",
    })

    await page.keyboard.press("Escape")
    await sheet.waitFor({ state: "detached" })
    await page.keyboard.press("/")
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type(confirmed)
    await page.keyboard.press("Enter")
    await until(() => hasFocus(rowOf(page, confirmed)))
    await page.keyboard.press("Enter")
    await sheet.getByRole("heading", { name: confirmed }).waitFor()
    await desk().leave(page)
  })

  it("opens again what was closed without a call, with one key", async () => {
    const page = await queueOf(desk(), "Closed", ["Ann", "Ben"])
    await rowOf(page, "Ann Closed").focus()
    await page.keyboard.press("4")
    await until(() => hasFocus(rowOf(page, "Ben Closed")))
    await page.keyboard.press("u")

    await page.getByText("Task reopened").first().waitFor()
    await desk().leave(page)
  })

  it("leads from a search that finds nothing here to what it finds elsewhere", async () => {
    const page = await queueOf(desk(), "Elsewhere", ["Ann"])
    await rowOf(page, "Ann Elsewhere").focus()
    await page.keyboard.press("n")
    await page.getByText("No answer").first().waitFor()
    await page.goto("/app/follow-ups?q=Elsewhere")
    await page.getByText("Nothing found").waitFor()
    const elsewhere = page.getByRole("grid", { name: "Elsewhere" })
    await elsewhere
      .getByRole("row")
      .filter({ hasText: "Ann Elsewhere" })
      .click()

    const sheet = page.getByRole("dialog")
    await sheet.getByRole("heading", { name: "Ann Elsewhere" }).waitFor()
    await desk().leave(page)
  })
}
