import type { Locator, Page } from "playwright-core"
import type { AdminFollowUpDetailResponse } from "../../src/api/admin/follow-ups/types"
import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookListResponse,
} from "../../src/api/admin/follow-ups/playbooks/types"
import { until } from "../shop/until"
import { violations } from "./accessibility"
import { type Desk, goOn } from "./desk"
import { TRIED_AGAIN } from "./tried-again"

const TYPE = "verify_payment"

/**
 * All of these texts come from the shop's own code, except the desk's own
 * words.
 */
const SAID = {
  en: {
    type: "Verify the payment",
    reached: "Reached",
    paid: "Paid",
    notPaid: "Not paid",
    section: "Payment",
    reference: "Reference",
    receipt: "Receipt number",
    save: "Save",
    missing: "Fill this in first.",
    completed: "Completed: Paid",
    units: "Units ordered",
    trigger: "An order is placed",
    safe: "Without a call",
  },
  uk: {
    type: "Перевірити оплату",
    reached: "Зв’язалися",
    paid: "Оплачено",
    notPaid: "Не оплачено",
    section: "Оплата",
    reference: "Призначення",
    receipt: "Номер квитанції",
    save: "Зберегти",
    missing: "Спершу заповніть це поле.",
    completed: "Завершено: Оплачено",
    units: "Замовлено одиниць",
    trigger: "Оформлено замовлення",
    safe: "Без дзвінка",
  },
} as const

/** In the customer's language, whatever the agent's is. */
const SCRIPT = "призначення PAY"

async function playbookOfType(page: Page): Promise<AdminFollowUpPlaybook> {
  const response = await page.request.get(
    "/admin/follow-ups/playbooks?limit=200",
    TRIED_AGAIN
  )
  const { playbooks }: AdminFollowUpPlaybookListResponse = await response.json()
  const found = playbooks.find(({ type }) => type === TYPE)
  if (!found) {
    throw new Error(`There is no playbook of ${TYPE}`)
  }
  return found
}

const button = (within: Locator, name: string) =>
  within.getByRole("button", { name: new RegExp(`^${name}`) })

export function ownKindOfWork(desk: () => Desk): void {
  it.each(["en", "uk"] as const)(
    "is called about with what it brings to the sheet, in %s",
    async (language) => {
      const said = SAID[language]
      const order = await desk().order(
        {
          email: `payer-${language}@mail.example`,
          first_name: "Large",
          last_name: `Order ${language}`,
        },
        3
      )
      const page = await desk().signIn(0, { language })
      const { id } = await desk().taskOf(page, order.id, TYPE)
      await page.goto(`/app/follow-ups?task=${id}`)
      const sheet = page.getByRole("dialog")
      const task = sheet.getByRole("region", { name: said.type })
      const reached = task.getByRole("group", {
        name: said.reached,
        exact: true,
      })
      await button(reached, said.paid).waitFor()
      const section = task
        .locator("section")
        .filter({ has: page.getByRole("heading", { name: said.section }) })
      await section.getByText(said.reference).waitFor()

      const text = await sheet.innerText()
      expect(text).toContain(said.type)
      expect(text).toContain(SCRIPT)
      expect(await section.innerText()).toContain(`PAY-${order.display_id}`)
      expect(await button(reached, said.notPaid).count()).toBe(1)
      expect(await violations(page, "[role=dialog]")).toEqual([])

      await button(reached, said.paid).click()
      const form = sheet.getByRole("form", { name: said.paid })
      const save = button(form, said.save)
      await save.click()
      await form.getByText(said.missing).waitFor()
      await form.getByLabel(said.receipt).fill("R-7")
      await save.click()
      await until(async () => {
        const task = await desk().taskOf(page, order.id, TYPE)
        return task.outcome === "paid"
      })
      const response = await page.request.get(
        `/admin/follow-ups/${id}`,
        TRIED_AGAIN
      )
      const detail: AdminFollowUpDetailResponse = await response.json()
      expect(detail.follow_up.data).toMatchObject({ receipt: "R-7" })

      await goOn(page, `/app/orders/${order.id}`)
      const card = page.getByRole("article", { name: said.type })
      await card.getByText(said.completed).waitFor()
      expect(await card.innerText()).toContain(`${said.receipt}: R-7`)
      await desk().leave(page)
    }
  )

  it.each(["en", "uk"] as const)(
    "has a playbook with a number to compare, in %s",
    async (language) => {
      const said = SAID[language]
      const page = await desk().signIn(0, { language })
      const { id } = await playbookOfType(page)
      await page.goto(`/app/settings/follow-ups/playbooks/${id}`)
      const units = page.getByRole("textbox", { name: said.units, exact: true })
      await units.waitFor()
      await page.getByRole("checkbox", { name: said.trigger }).waitFor()
      const before = await units.inputValue()
      const wanted = before === "3" ? 2 : 3
      await units.fill(String(wanted))
      await page
        .getByRole("button", { name: said.save, exact: true })
        .last()
        .click()
      await until(async () => {
        const { definition } = await playbookOfType(page)
        return definition.conditions.all.some(
          ({ field, value }) => field === "units_ordered" && value === wanted
        )
      })

      // Only a type that declares it has safe orders.
      expect(await page.getByText(said.safe).count()).toBe(0)
      await desk().leave(page)
    }
  )
}
