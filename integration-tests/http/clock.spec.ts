import { describeShop } from "../shop/test-shop"
import { clockAndEvents } from "./clock/clock-and-events"
import { escalations } from "./clock/escalations"

jest.setTimeout(120_000)

describeShop(
  "what happens by the clock",
  (shop) => {
    describe("the clock and events", () => clockAndEvents(shop))
    describe("escalations", () => escalations(shop))
  },
  { readyCarts: true, hours: "always" }
)
