import { confirmPlaybook } from "../../shop/confirm-playbook"
import type { TestShop } from "../../shop/test-shop"
import { CALENDARS, calendarRoutes, office } from "../calendar-routes"

const DAY_MS = 24 * 3_600_000
const LANGUAGES = ["uk", "ru", "bg", "sr", "mk", "kk"]

/** Rule versions of the maximum size. */
export function bigRules(shop: TestShop): void {
  beforeEach(() => shop.followUp.forgetRules())

  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [language, "ї".repeat(9_990)])
  )

  it("are saved as a playbook with long scripts in six languages", async () => {
    const { id, definition } = await confirmPlaybook(shop)
    const { body } = await shop
      .post(`/admin/follow-ups/playbooks/${id}`, {
        definition: { ...definition, scripts: texts },
      })
      .expect(200)

    expect(body.playbook.definition.scripts).toEqual(texts)
  })

  it("are saved as a canned answer in six languages", async () => {
    const answer = { name: "Long", types: [], texts }
    const { body } = await shop
      .post("/admin/follow-ups/canned-answers", answer)
      .expect(200)

    expect(body.canned_answer.texts).toEqual(texts)
  })

  it("are previewed and saved as a calendar with a thousand exceptions of 24 windows", async () => {
    const windows = Array.from({ length: 24 }, (_, hour) => {
      const at = String(hour).padStart(2, "0")
      return [`${at}:00`, `${at}:30`]
    })
    const definition = {
      ...office,
      exceptions: Array.from({ length: 1_000 }, (_, day) => ({
        date: new Date(Date.UTC(2027, 0, 1) + day * DAY_MS)
          .toISOString()
          .slice(0, 10),
        windows,
        label: "Празник".repeat(14),
      })),
    }
    await shop.post(`${CALENDARS}/preview`, { definition }).expect(200)
    const { create, update } = calendarRoutes(shop)
    const { id, version } = await create("Big", office)
    const saved = await update(id, { definition, version })

    expect(saved.definition.exceptions).toEqual(definition.exceptions)
  })
}
