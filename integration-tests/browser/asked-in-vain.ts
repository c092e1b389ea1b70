import type { Desk } from "./desk"
import { standardOfOrders } from "./playbook-settings"
import { TRIED_AGAIN } from "./tried-again"

const PLAYBOOKS = "/admin/follow-ups/playbooks"

export function askedInVain(desk: () => Desk): void {
  it("says which tasks the shop's code asks for in vain, and gives the playbook their trigger", async () => {
    const page = await desk().signIn(0, { language: "uk" })
    const { id, definition } = await standardOfOrders(page)
    const change = async (triggers: string[]) => {
      const data = { definition: { ...definition, triggers } }
      const answer = await page.request.post(`${PLAYBOOKS}/${id}`, {
        ...TRIED_AGAIN,
        data,
      })
      expect(answer.ok()).toBe(true)
    }
    await change(["order_placed"])
    await desk().write(
      `insert into follow_up_watermark (name, position)
       values ('asked_in_vain:confirm_order:manual', '2026-11-20 10:00:00Z')`
    )
    await page.goto(`/app/settings/follow-ups/playbooks/${id}`)
    const warning = page.getByText(
      "З 20 лист. 2026 р. завдання цього типу мали відкриватися, коли цього просить код магазину"
    )
    await warning.waitFor()
    const box = page.getByRole("checkbox", {
      name: "Цього просить код магазину",
    })
    expect(await box.isChecked()).toBe(false)
    await page.getByRole("button", { name: "Позначити тут" }).click()
    await warning.waitFor({ state: "detached" })
    expect(await box.isChecked()).toBe(true)

    await change(definition.triggers)
    await desk().leave(page)
  })
}
