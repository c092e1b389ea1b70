import { describeShop } from "../shop/test-shop"
import { attemptsUsedUp } from "./tasks/attempts-used-up"
import { badInput } from "./tasks/bad-input"
import { calls } from "./tasks/calls"
import { commands } from "./tasks/commands"
import { consequences } from "./tasks/consequences"
import { deletedUsers } from "./tasks/deleted-users"
import { explanations } from "./tasks/explanations"
import { messages } from "./tasks/messages"
import { news } from "./tasks/news"
import { queue } from "./tasks/queue"
import { reading } from "./tasks/reading"

jest.setTimeout(120_000)

describeShop(
  "tasks over HTTP",
  (shop) => {
    describe("the queue", () => queue(shop))
    describe("news of the queue", () => news(shop))
    describe("one task", () => reading(shop))
    describe("why a task is due then", () => explanations(shop))
    describe("calls", () => calls(shop))
    describe("commands", () => commands(shop))
    describe("a message to the customer", () => messages(shop))
    describe("attempts that are used up", () => attemptsUsedUp(shop))
    describe("what a call means for its order", () => consequences(shop))
    describe("users who were deleted", () => deletedUsers(shop))
    describe("bad input", () => badInput(shop))
  },
  { readyCarts: true }
)
