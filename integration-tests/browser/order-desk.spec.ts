import { Desk } from "./desk"
import { aShopInSofia } from "./a-shop-in-sofia"
import { accessibility } from "./accessibility"
import { calendarSettings } from "./calendar-settings"
import { keyboard } from "./keyboard"
import { languages } from "./languages"
import { ownKindOfWork } from "./own-kind-of-work"
import { ordersBecomeCalls } from "./orders-become-calls"
import { playbookSettings } from "./playbook-settings"
import { widgets } from "./widgets"

jest.setTimeout(240_000)

/** One store and one browser for all of them: to start them takes longest. */
describe("the dashboard", () => {
  let desk: Desk | undefined
  const open = () => {
    if (!desk) {
      throw new Error("The desk is not open")
    }
    return desk
  }
  beforeAll(async () => {
    desk = await Desk.open()
  })
  afterAll(async () => await desk?.close())

  describe("the queue", () => ordersBecomeCalls(open))
  describe("the keyboard", () => keyboard(open))
  describe("the widgets", () => widgets(open))
  describe("the settings of playbooks", () => playbookSettings(open))
  describe("the calendars in the settings", () => calendarSettings(open))
  describe("a kind of work of the shop's own", () => ownKindOfWork(open))
  describe("every screen", () => accessibility(open))
  describe("every language", () => languages(open))
  // It changes the default calendar for good.
  describe("a shop in Sofia", () => aShopInSofia(open))
})
