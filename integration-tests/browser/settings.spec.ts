import { aShopInSofia } from "./a-shop-in-sofia"
import { absences } from "./absences"
import { calendarSettings } from "./calendar-settings"
import { describeDesk } from "./describe-desk"
import { playbookSettings } from "./playbook-settings"

jest.setTimeout(240_000)

describeDesk("the settings in the dashboard", (desk) => {
  describe("the settings of playbooks", () => playbookSettings(desk))
  describe("the calendars in the settings", () => calendarSettings(desk))
  describe("after an absence", () => absences(desk))
  // Last, because it changes the default calendar for good.
  describe("a shop in Sofia", () => aShopInSofia(desk))
})
