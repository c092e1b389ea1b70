import type { Locator, Page } from "playwright-core"
import { SETTLES_AFTER_MS } from "../../admin/keyboard/settles-after"
import { until } from "../shop/until"
import { type Desk, rowOf } from "./desk"

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
    expect(await hasFocus(time)).toBe(true)
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

  it("takes back a slip of the finger with one key, in the list and on the sheet", async () => {
    const page = await queueOf(desk(), "Slip", ["Ann", "Ben"])
    await rowOf(page, "Ann Slip").focus()
    await page.keyboard.press("n")
    await until(() => hasFocus(rowOf(page, "Ben Slip")))
    await page.keyboard.press("u")
    await page.getByText("Ann Slip: undone").first().waitFor()
    expect(await until(() => hasFocus(rowOf(page, "Ann Slip")))).toBe(true)

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

  it("opens again what was closed without a call, with one key", async () => {
    const page = await queueOf(desk(), "Closed", ["Ann", "Ben"])
    await rowOf(page, "Ann Closed").focus()
    await page.keyboard.press("4")
    await until(() => hasFocus(rowOf(page, "Ben Closed")))
    await page.keyboard.press("u")

    await page.getByText("Task reopened").first().waitFor()
    await desk().leave(page)
  })

  it("leads from a search that finds nothing here to all tasks", async () => {
    const page = await queueOf(desk(), "Elsewhere", ["Ann"])
    await rowOf(page, "Ann Elsewhere").focus()
    await page.keyboard.press("n")
    await page.getByText("No answer").first().waitFor()
    await page.goto("/app/follow-ups?q=Elsewhere")
    await page.getByText("Nothing found").waitFor()
    await page.getByRole("button", { name: "Search all tasks" }).click()

    await rowOf(page, "Ann Elsewhere").waitFor()
    await desk().leave(page)
  })
}
