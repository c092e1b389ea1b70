import { DELIVERY_WINDOW_MODULE } from "../../src/modules/delivery-window"
import { describeShop } from "../shop/test-shop"
import { changes } from "./delivery-windows/changes"
import { checkout } from "./delivery-windows/checkout"
import { customer } from "./delivery-windows/customer"
import { phone } from "./delivery-windows/phone"
import { templates } from "./delivery-windows/templates"
import { tracking } from "./delivery-windows/tracking"

jest.setTimeout(600_000)

describeShop(
  "when the courier comes",
  (shop) => {
    afterEach(async () => {
      // Whatever has happened, each place that counts as booked is somebody's.
      const windows = shop.container.resolve(DELIVERY_WINDOW_MODULE)
      expect(await windows.sumsDiffer()).toEqual([])
    })
    describe("a checkout", () => checkout(shop))
    describe("on the phone:", () => phone(shop))
    describe("a booking", () => changes(shop))
    describe("a customer", () => customer(shop))
    describe("templates of windows", () => templates(shop))
    describe("followed:", () => tracking(shop))
  },
  { readyCarts: true, hours: "always" }
)
