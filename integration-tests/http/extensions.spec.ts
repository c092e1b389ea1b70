import { describeShop } from "../shop/test-shop"
import { kindsOfWork } from "./extensions/kinds-of-work"
import { shopCode } from "./extensions/shop-code"

jest.setTimeout(120_000)

describeShop(
  "extensions",
  (shop) => {
    describe("a shop's own code", () => shopCode(shop))
    describe("a kind of work from outside", () => kindsOfWork(shop))
  },
  { readyCarts: true }
)
