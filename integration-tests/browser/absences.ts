import type { Desk } from "./desk"

const SETTINGS = "/app/settings/follow-ups"

export function absences(desk: () => Desk): void {
  it("tells once what was left out, and counts what is missing by the keyboard alone", async () => {
    await desk().write(
      `insert into follow_up_absence
         (id, entity, left_out_from, left_out_to, records)
       values ('fuabs_1', 'order', '2026-10-30', '2026-11-24', 197),
              ('fuabs_2', 'customer', '2026-11-01', '2026-11-20', 1)`
    )
    const page = await desk().signIn()
    await page.goto(SETTINGS)
    const notice = page.getByText(
      "from Oct 30, 2026 to Nov 24, 2026 no tasks were opened for 197 orders and 1 customer."
    )
    await notice.waitFor()

    await page.getByRole("button", { name: "Look back" }).last().click()
    const dialog = page.getByRole("alertdialog", { name: "Look back" })
    await dialog.waitFor()
    await page.keyboard.press("Enter")
    await dialog.getByText("No task is missing.").waitFor()
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })

    await page.getByRole("button", { name: "Dismiss" }).click()
    await notice.waitFor({ state: "detached" })
    const answer = page.waitForResponse(/\/absences$/)
    await page.reload()
    expect(await (await answer).json()).toEqual({ absences: [] })
    await desk().leave(page)
  })
}
