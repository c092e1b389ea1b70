import type { Page } from "playwright-core"
import { SETTLES_AFTER_MS } from "../../admin/keyboard/settles-after"
import { until } from "../shop/until"
import { violations } from "./accessibility"
import { type Desk, rowOf } from "./desk"
import { standardOfOrders } from "./playbook-settings"
import { typesOn } from "./types-on"

/** The sheet of this order's task, in the queue, with its keys listening. */
async function sheetOf(page: Page, taskId: string) {
  await page.goto(`/app/follow-ups?task=${taskId}`)
  const sheet = page.getByRole("dialog").first()
  await sheet.getByRole("heading", { name: "Ordered" }).waitFor()
  return sheet
}

/** Outcome keys listen only a moment after the sheet is shown. */
async function settled(page: Page): Promise<void> {
  const shownAt = await page.evaluate(() => performance.now())
  await page.waitForFunction(
    ([from, ms]) => performance.now() - (from ?? 0) > (ms ?? 0),
    [shownAt, SETTLES_AFTER_MS] as const
  )
}

async function statusOf(page: Page, order_id: string): Promise<string> {
  const response = await page.request.get(`/admin/orders/${order_id}`)
  return (await response.json()).order.status
}

/** What a call means for its order, done from the sheet or from its page. */
export function consequences(desk: () => Desk): void {
  it("cancels a declined order with the second press, and not with the first", async () => {
    const order = await desk().order({ first_name: "Dee", last_name: "Clined" })
    const page = await desk().signIn()
    const { id } = await desk().taskOf(page, order.id)
    const sheet = await sheetOf(page, id)
    const answers: string[] = []
    page.on("request", (request) => {
      if (request.url().endsWith("/cancel-order")) {
        answers.push(request.url())
      }
    })
    await settled(page)
    await page.keyboard.press("3")
    // The rest of what was being typed answers nothing, however long it takes.
    const stop = await typesOn(page, "2")

    await sheet
      .getByRole("button", { name: "Cancel the order", exact: true })
      .waitFor()
    await page.waitForTimeout(3 * SETTLES_AFTER_MS)
    await stop()
    expect(answers).toEqual([])
    expect((await desk().taskOf(page, order.id)).outcome).toBe("declined")
    expect(await statusOf(page, order.id)).toBe("pending")
    await settled(page)
    await page.keyboard.press("2")
    await until(async () => (await statusOf(page, order.id)) === "canceled")
    await desk().leave(page)
  })

  it("has the canceling button ready for Enter where the playbook says so", async () => {
    const page = await desk().signIn()
    const { id: playbook, definition } = await standardOfOrders(page)
    const set = async (when_order_off: "ask" | "cancel") =>
      await page.request.post(`/admin/follow-ups/playbooks/${playbook}`, {
        data: { definition: { ...definition, when_order_off } },
      })
    await set("cancel")
    const order = await desk().order({ first_name: "Enter", last_name: "Ends" })
    const { id } = await desk().taskOf(page, order.id)
    const sheet = await sheetOf(page, id)
    await settled(page)
    await page.keyboard.press("3")
    const cancel = sheet.getByRole("button", {
      name: "Cancel the order",
      exact: true,
    })
    await until(() =>
      cancel.evaluate((element) => element === document.activeElement)
    )
    expect(await violations(page, "[role=dialog]")).toEqual([])
    expect(await statusOf(page, order.id)).toBe("pending")
    await settled(page)
    await page.keyboard.press("Enter")
    await until(async () => (await statusOf(page, order.id)) === "canceled")
    await page.goto(`/app/settings/follow-ups/playbooks/${playbook}`)
    await page
      .getByRole("combobox", { name: "What happens to the order" })
      .filter({ hasText: "suggest canceling it" })
      .waitFor()
    await set("ask")
    await desk().leave(page)
  })

  it("says on the order's page what whoever packs it has to know", async () => {
    const page = await desk().signIn()
    const order = await desk().order({ first_name: "Pa", last_name: "Cker" })
    const { id } = await desk().taskOf(page, order.id)
    const band = page.getByRole("status").filter({ hasText: /Not confirmed/ })
    await page.goto(`/app/orders/${order.id}`)
    await band.waitFor()

    const send = async (command: string, data: object) =>
      await page.request.post(`/admin/follow-ups/${id}/${command}`, { data })
    // Of two reasons, the one that explains the other.
    await send("attempts", { channel: "phone", outcome: "wrong_number" })
    await page
      .getByRole("status")
      .filter({ hasText: /no phone/ })
      .waitFor()
    expect(await band.count()).toBe(1)
    await send("withdraw-attempt", {})
    await send("attempts", { channel: "phone", outcome: "no_answer" })
    await send("complete", { outcome: "unreachable" })
    const stuck = page
      .getByRole("status")
      .filter({ hasText: "Customer unreachable · 1 attempt" })
    await stuck.waitFor()
    await send("reopen", {})
    await band.waitFor()
    await send("complete", { outcome: "declined" })
    const off = page
      .getByRole("status")
      .filter({ hasText: "Declined by the customer" })
    expect(await violations(page, "main [role=status]")).toEqual([])
    await off.getByRole("button", { name: "Cancel the order…" }).click()
    await settled(page)
    await page
      .getByRole("dialog")
      .getByRole("button", { name: "Cancel the order", exact: true })
      .click()
    await until(async () => (await statusOf(page, order.id)) === "canceled")
    await off.waitFor({ state: "detached" })
    await desk().leave(page)
  })

  it("goes from a changed order to its edit, and back to the call", async () => {
    const order = await desk().order({ first_name: "Chan", last_name: "Ged" })
    const page = await desk().signIn()
    const { id } = await desk().taskOf(page, order.id)
    await sheetOf(page, id)
    await settled(page)
    await page.keyboard.press("2")
    await page.getByText("Change order").waitFor()
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/orders/${order.id}/edits`)
    await page.getByRole("heading", { name: "Edit Order" }).waitFor()
    await page.keyboard.press("Escape")

    await page.waitForURL(`**/follow-ups?task=${id}`)
    await page.getByRole("dialog").getByText("Chan Ged").first().waitFor()
    await desk().leave(page)
  })

  it("stays at an edit that waits to be confirmed, confirms it, and goes back to the call", async () => {
    const order = await desk().order({
      first_name: "Twice",
      last_name: "Asmuch",
    })
    const page = await desk().signIn()
    const { id, order_total } = await desk().taskOf(page, order.id)
    const sheet = await sheetOf(page, id)
    await sheet.getByRole("button", { name: "Edit order" }).click()
    await page.waitForURL(`**/orders/${order.id}/edits`)
    await page.getByRole("spinbutton").fill("2")
    await page.keyboard.press("Tab")
    await page.getByRole("button", { name: "Confirm Edit" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Continue" })
      .click()

    const band = page
      .getByRole("status")
      .filter({ hasText: /not confirmed yet/ })
    const confirm = band.getByRole("button", { name: "Confirm Edit" })
    await confirm.waitFor()
    await until(() =>
      confirm.evaluate((element) => element === document.activeElement)
    )
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/follow-ups?task=${id}`)
    await until(
      async () =>
        ((await desk().taskOf(page, order.id)).order_total ?? 0) >
        (order_total ?? 0)
    )
    await desk().leave(page)
  })

  it("corrects the number and notes for packing without leaving the sheet, by keyboard", async () => {
    const order = await desk().order({ first_name: "Cor", last_name: "Rected" })
    const page = await desk().signIn()
    const { id } = await desk().taskOf(page, order.id)
    const sheet = await sheetOf(page, id)
    await sheet.getByRole("button", { name: "Edit shipping address…" }).focus()
    await page.keyboard.press("Enter")
    const phone = page.getByLabel("Phone", { exact: true })
    await phone.waitFor()
    expect(await violations(page, "[role=dialog]:has(form)")).toEqual([])
    await phone.focus()
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type("050 111 22 33")
    await page.keyboard.press("Enter")
    await sheet.getByText("050 111 22 33").first().waitFor()
    expect((await desk().taskOf(page, order.id)).phone_e164).toBe(
      "+380501112233"
    )

    await sheet.getByRole("button", { name: "Note for packing…" }).focus()
    await page.keyboard.press("Enter")
    const form = page.getByRole("dialog", { name: /Note for packing/ })
    await form.getByRole("textbox").waitFor()
    await page.keyboard.type("Gift wrap, no invoice")
    await page.keyboard.press("ControlOrMeta+Enter")
    await sheet.getByText("Gift wrap, no invoice").waitFor()
    await page.keyboard.press("Escape")
    await page.goto(`/app/orders/${order.id}`)
    await page.getByText("Gift wrap, no invoice").first().waitFor()
    await desk().leave(page)
  })

  it("shows what the customer wrote before anything is said, and marks it in the queue", async () => {
    const order = await desk().order({ first_name: "Com", last_name: "Mented" })
    const page = await desk().signIn()
    const { id } = await desk().taskOf(page, order.id)
    await page.request.post(`/admin/orders/${order.id}`, {
      data: {
        metadata: { comment: "Please do not call" },
        shipping_address: { first_name: "Petro", phone: "050 765 43 21" },
      },
    })
    await until(
      async () =>
        (await desk().taskOf(page, order.id)).customer_comment !== null
    )
    const sheet = await sheetOf(page, id)
    await sheet.getByText("Please do not call").waitFor()
    await sheet
      .getByText(/The parcel goes to Petro Mented, 050 765 43 21/)
      .waitFor()
    await page.keyboard.press("Escape")
    await rowOf(page, "Petro Mented")
      .getByRole("img", { name: /Please do not call/ })
      .waitFor()
    await desk().leave(page)
  })
}
