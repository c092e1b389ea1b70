import { describeShop } from "../shop/test-shop"
import { checkout } from "./delivery-windows/checkout"
import { customer } from "./delivery-windows/customer"
import { phone } from "./delivery-windows/phone"

jest.setTimeout(600_000)

describeShop(
  "when the courier comes",
  (shop) => {
    describe("a checkout", () => checkout(shop))
    describe("on the phone:", () => phone(shop))
    describe("a customer", () => customer(shop))
  },
  { readyCarts: true, hours: "always" }
)
