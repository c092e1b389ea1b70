import { describeShop } from "../shop/test-shop"
import { tracking } from "./delivery-windows/tracking"

jest.setTimeout(600_000)

describeShop(
  "when the courier comes",
  (shop) => {
    describe("followed:", () => tracking(shop))
  },
  { readyCarts: true, hours: "always" }
)
