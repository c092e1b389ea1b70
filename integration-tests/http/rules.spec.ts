import { describeShop } from "../shop/test-shop"
import { bigRules } from "./rules/big-rules"
import { calendars } from "./rules/calendars"
import { playbooks } from "./rules/playbooks"
import { refusedCalendars } from "./rules/refused-calendars"
import { refusedPlaybooks } from "./rules/refused-playbooks"
import { scripts } from "./rules/scripts"

jest.setTimeout(120_000)

describeShop(
  "the shop's rules over HTTP",
  (shop) => {
    describe("business calendars", () => calendars(shop))
    describe("a refused calendar", () => refusedCalendars(shop))
    describe("playbooks", () => playbooks(shop))
    describe("a refused playbook", () => refusedPlaybooks(shop))
    describe("scripts", () => scripts(shop))
    describe("big rules", () => bigRules(shop))
  },
  { readyCarts: true }
)
