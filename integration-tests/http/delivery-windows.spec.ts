import { describeShop } from "../shop/test-shop"
import { templates } from "./delivery-windows/templates"

jest.setTimeout(600_000)

describeShop(
  "when couriers come",
  (shop) => {
    describe("templates of windows", () => templates(shop))
  },
  { readyCarts: true }
)
