import type { Response } from "playwright-core"
import { agents, demoPassword } from "../../demo/seed/people"
import { until } from "../shop/until"
import { type Desk, rowOf } from "./desk"

export function ordersBecomeCalls(desk: () => Desk): void {
  it("is there after signing in, in the main menu", async () => {
    const context = await desk().window()
    const page = await context.newPage()
    await page.goto("/app/login")
    await page.locator("input[name=email]").fill(agents[0].email)
    await page.locator("input[name=password]").fill(demoPassword)
    await page.keyboard.press("Enter")
    await page
      .getByRole("navigation")
      .or(page.locator("aside"))
      .getByRole("link", { name: "Follow-ups" })
      .first()
      .click()

    await page.getByRole("heading", { name: "Follow-ups" }).first().waitFor()
    await page.getByRole("tab", { name: /To do now/ }).waitFor()
    await context.close()
  })

  it("shows a new order without a reload, with its timer and number", async () => {
    const page = await desk().queue()
    const order = await desk().order({
      first_name: "Nadia",
      last_name: "Newcomer",
      phone: "067 123 45 67",
    })
    const row = rowOf(page, "Nadia Newcomer")
    await row.waitFor()

    const text = await row.innerText()
    expect(text).toContain(`#${order.display_id}`)
    expect(text).toContain("Confirm order")
    expect(await row.locator('a[href="tel:+380671234567"]').count()).toBe(1)
    // How old it is, whatever its timer says.
    await row.getByTitle(/^Opened /).waitFor()
    await desk().leave(page)
  })

  it("is told of a new order, and asks for no counts meanwhile", async () => {
    const page = await desk().signIn()
    const told = page.waitForResponse(isStream)
    await page.goto("/app/follow-ups")
    await told
    // The page itself is loaded by then, with what it asks for at first.
    await page.getByRole("row").nth(1).waitFor()
    const asked: string[] = []
    page.on("request", (request) => asked.push(new URL(request.url()).pathname))
    await desk().order({ first_name: "Told", last_name: "Once" })
    await rowOf(page, "Told Once").waitFor()

    expect(asked).toContain("/admin/follow-ups")
    expect(asked).not.toContain("/admin/follow-ups/counts")
    await page.context().close()
  })

  it("shows a new order where no stream gets through", async () => {
    const page = await desk().signIn()
    await page.route(isStreamAt, (route) => route.abort())
    await page.goto("/app/follow-ups")
    await desk().order({ first_name: "Behind", last_name: "Proxy" })

    await rowOf(page, "Behind Proxy").waitFor()
    await page.context().close()
  })

  it("shows a new order in every window, of which two use a stream", async () => {
    const first = await desk().signIn()
    const context = first.context()
    let streams = 0
    context.on("response", (response) => {
      streams += isStream(response) ? 1 : 0
    })
    const windows = [first, await context.newPage(), await context.newPage()]
    for (const window of windows) {
      await window.goto("/app/follow-ups")
      await window.getByRole("tab", { name: /To do now/ }).waitFor()
    }
    await desk().order({ first_name: "Many", last_name: "Windows" })
    for (const window of windows) {
      await rowOf(window, "Many Windows").waitFor()
    }

    expect(streams).toBe(2)
    await context.close()
  })

  it("moves its timers by the second", async () => {
    const page = await desk().queue()
    await desk().order({ first_name: "Tick", last_name: "Tock" })
    const timer = rowOf(page, "Tick Tock").locator("[data-timer]")
    await timer.waitFor()
    const before = await timer.innerText()

    await until(async () => (await timer.innerText()) !== before)
    expect(before).toMatch(/^(20:00|19:\d\d|18:\d\d)/)
    await desk().leave(page)
  })

  it("counts right when the browser's clock is an hour wrong", async () => {
    await desk().order({ first_name: "Clock", last_name: "Wrong" })
    const page = await desk().signIn()
    await page.clock.install({ time: new Date(Date.now() + 3_600_000) })
    await page.goto("/app/follow-ups")
    const timer = rowOf(page, "Clock Wrong").locator("[data-timer]")
    await timer.waitFor()

    expect(await timer.innerText()).toMatch(/^(20:00|19:\d\d|18:\d\d)/)
    await page.context().close()
  })

  it("is worked by the keyboard: claim, no answer, and the task waits", async () => {
    const page = await desk().queue()
    await desk().order({ first_name: "Nobody", last_name: "Answers" })
    const row = rowOf(page, "Nobody Answers")
    await row.waitFor()
    await row.focus()
    await page.keyboard.press("c")
    await row.getByText("You").or(row.getByText("Marta")).first().waitFor()
    await page.keyboard.press("n")
    await page.getByText("No answer").first().waitFor()
    await page.getByRole("tab", { name: /Waiting/ }).click()
    const waiting = rowOf(page, "Nobody Answers")
    await waiting.waitFor()

    expect(await waiting.locator("[data-timer]").innerText()).toContain(
      "next attempt"
    )
    await desk().leave(page)
  })

  it("is done with a confirmed order, which its page shows", async () => {
    const page = await desk().queue()
    const order = await desk().order({
      first_name: "Yes",
      last_name: "Please",
    })
    await rowOf(page, "Yes Please").waitFor()
    await rowOf(page, "Yes Please").focus()
    await page.keyboard.press("Enter")
    const sheet = page.getByRole("dialog")
    await sheet
      .getByText("Olena")
      .or(sheet.getByText("Yes Please"))
      .first()
      .waitFor()
    await sheet.getByRole("button", { name: /Confirmed/ }).click()
    await until(async () => {
      const task = await desk().taskOf(page, order.id)
      return task.status === "completed" && task.outcome === "confirmed"
    })
    await page.goto("/app/follow-ups")
    await page
      .getByRole("grid")
      .or(page.getByText("All caught up"))
      .first()
      .waitFor()
    expect(await rowOf(page, "Yes Please").count()).toBe(0)

    await page.goto(`/app/orders/${order.id}`)
    await page.getByText("Confirmed").first().waitFor()
    await desk().leave(page)
  })

  it("tells the second of two who claim the same task who has it", async () => {
    const [olena, ivan] = await Promise.all([desk().queue(1), desk().queue(2)])
    await desk().order({ first_name: "Wanted", last_name: "Twice" })
    const rows = [olena, ivan].map((page) => rowOf(page, "Wanted Twice"))
    await Promise.all(rows.map((row) => row.waitFor()))
    await Promise.all(
      rows.map((row) => row.getByRole("button", { name: "Claim" }).click())
    )
    const refusal =
      /This task was already claimed by (Olena Bondar|Ivan Petrenko)/
    const told = await until(async () => {
      const seen = await Promise.all(
        [olena, ivan].map((page) => page.getByText(refusal).count())
      )
      return seen.some((count) => count > 0) && seen
    })

    expect(told.filter((count) => count > 0)).toHaveLength(1)
    await Promise.all([desk().leave(olena), desk().leave(ivan)])
  })

  it("finds a customer by the digits of the number", async () => {
    await desk().order({
      first_name: "Find",
      last_name: "Me",
      phone: "+359 88 812 3456",
    })
    const page = await desk().queue()
    await page.keyboard.press("/")
    await page.keyboard.type("8812")
    await rowOf(page, "Find Me").waitFor()

    await until(
      async () =>
        (await page
          .getByRole("row")
          .filter({ has: page.locator("[data-timer]") })
          .count()) === 1
    )
    await desk().leave(page)
  })

  it("shows its keys", async () => {
    const page = await desk().queue()
    await page.keyboard.press("?")
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" })
    await dialog.getByText("Next customer").waitFor()
    await desk().leave(page)
  })

  it("warns while its timers cannot be trusted, and no longer", async () => {
    const page = await desk().queue()
    const order = await desk().order({
      first_name: "Stuck",
      last_name: "Timer",
    })
    const task = await desk().taskOf(page, order.id)
    const warning = page.getByRole("alert").filter({ hasText: "timers" })
    const release = await desk().holdTimerOf(task.id)
    try {
      await page.reload()
      await warning.waitFor()
    } finally {
      await release()
    }

    await until(async () => {
      await page.reload()
      await rowOf(page, "Stuck Timer").waitFor()
      return (await warning.count()) === 0
    })
    await desk().leave(page)
  })
}

const isStreamAt = (url: URL) => url.pathname.endsWith("/counts/stream")

const isStream = (response: Response) => isStreamAt(new URL(response.url()))
