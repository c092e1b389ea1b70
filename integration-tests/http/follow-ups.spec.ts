import { describeShop } from "../shop/test-shop"
import { attemptsUsedUp } from "./attempts-used-up"
import { badInput } from "./bad-input"
import { bigRules } from "./big-rules"
import { calendars } from "./calendars"
import { clockAndEvents } from "./clock-and-events"
import { commands } from "./commands"
import { conditions } from "./conditions"
import { customers } from "./customers"
import { deletedUsers } from "./deleted-users"
import { escalations } from "./escalations"
import { explanations } from "./explanations"
import { ownCode } from "./own-code"
import { kindsOfWork } from "./kinds-of-work"
import { orders } from "./orders"
import { playbooks } from "./playbooks"
import { queue } from "./queue"
import { reconciler } from "./reconciler"
import { reading } from "./reading"
import { refusedCalendars } from "./refused-calendars"
import { refusedPlaybooks } from "./refused-playbooks"
import { scripts } from "./scripts"
import { shortages } from "./shortages"

jest.setTimeout(120_000)

/** One Medusa for all of them: to start it takes longer than any of them. */
describeShop(
  "follow-ups over HTTP",
  (shop) => {
    describe("orders", () => orders(shop))
    describe("customers", () => customers(shop))
    describe("conditions of playbooks", () => conditions(shop))
    describe("the queue", () => queue(shop))
    describe("one task", () => reading(shop))
    describe("why a task is due then", () => explanations(shop))
    describe("commands", () => commands(shop))
    describe("attempts that are used up", () => attemptsUsedUp(shop))
    describe("users who were deleted", () => deletedUsers(shop))
    describe("escalations", () => escalations(shop))
    describe("business calendars", () => calendars(shop))
    describe("a refused calendar", () => refusedCalendars(shop))
    describe("playbooks", () => playbooks(shop))
    describe("a refused playbook", () => refusedPlaybooks(shop))
    describe("scripts", () => scripts(shop))
    describe("what an order lacks", () => shortages(shop))
    describe("big rules", () => bigRules(shop))
    describe("bad input", () => badInput(shop))
    describe("the clock and events", () => clockAndEvents(shop))
    describe("the reconciler", () => reconciler(shop))
    describe("a shop's own code", () => ownCode(shop))
    describe("a kind of work from outside", () => kindsOfWork(shop))
  },
  { readyCarts: true }
)
