import { describeShop } from "../shop/test-shop"
import { interleaved } from "./shortages/interleaved"
import { noticing } from "./shortages/noticing"
import { owner } from "./shortages/owner"
import { told } from "./shortages/told"
import { waysToBeShort } from "./shortages/ways-to-be-short"

jest.setTimeout(600_000)

describeShop(
  "what stock does not cover",
  (shop) => {
    describe("the orders that came last", () => noticing(shop))
    describe("whatever makes it so, is noticed:", () => waysToBeShort(shop))
    describe("what people say of it", () => told(shop))
    describe("what the owner sees", () => owner(shop))
    describe("whatever happens", () => interleaved(shop))
  },
  { readyCarts: true }
)
