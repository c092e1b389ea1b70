import type { AdminFollowUpCalendar } from "../../src/api/admin/follow-ups/calendars/types"
import type { TestShop } from "../shop/test-shop"

export const CALENDARS = "/admin/follow-ups/calendars"

const workday = [["09:00", "18:00"]]

export const office = {
  time_zone: "Europe/Sofia",
  weekly: { monday: workday, tuesday: workday, wednesday: workday },
}

export const nights = {
  time_zone: "Europe/Sofia",
  weekly: { monday: [["20:00", "04:00"]], friday: [["20:00", "04:00"]] },
  exceptions: [{ date: "2026-12-25", windows: [], label: "Коледа" }],
}

/** The shop's business calendars, through the admin API. */
export function calendarRoutes(shop: TestShop) {
  const list = async (): Promise<AdminFollowUpCalendar[]> =>
    (await shop.get(CALENDARS).expect(200)).body.calendars

  const create = async (
    name: string,
    definition: object = nights
  ): Promise<AdminFollowUpCalendar> =>
    (await shop.post(CALENDARS, { name, definition }).expect(200)).body.calendar

  const update = async (
    id: string,
    fields: object
  ): Promise<AdminFollowUpCalendar> =>
    (await shop.post(`${CALENDARS}/${id}`, fields).expect(200)).body.calendar

  const standard = async (): Promise<AdminFollowUpCalendar> => {
    const [first] = await list()
    if (!first) {
      throw new Error("The shop has no calendar")
    }
    return first
  }

  return { list, create, update, standard }
}
