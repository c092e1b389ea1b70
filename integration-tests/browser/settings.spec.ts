import { aShopInSofia } from "./a-shop-in-sofia"
import { absences } from "./absences"
import { askedInVain } from "./asked-in-vain"
import { calendarSettings } from "./calendar-settings"
import { describeDesk } from "./describe-desk"
import { playbookSettings } from "./playbook-settings"

jest.setTimeout(240_000)

describeDesk("the settings in the dashboard", (desk) => {
  describe("the settings of playbooks", () => playbookSettings(desk))
  describe("the calendars in the settings", () => calendarSettings(desk))
  describe("what is asked for in vain", () => askedInVain(desk))
  describe("after an absence", () => absences(desk))
  // Last, because it changes the default calendar for good.
  describe("a shop in Sofia", () => aShopInSofia(desk))
})
