import { describeShop } from "../shop/test-shop"
import { noticing } from "./shortages/noticing"

jest.setTimeout(120_000)

describeShop(
  "what stock does not cover",
  (shop) => {
    describe("the orders that came last", () => noticing(shop))
  },
  { readyCarts: true }
)
