import { describeShop } from "../shop/test-shop"
import { absences } from "./opening/absences"
import { conditions } from "./opening/conditions"
import { customers } from "./opening/customers"
import { orders } from "./opening/orders"
import { ordersThatAreOver } from "./opening/orders-that-are-over"
import { reconciler } from "./opening/reconciler"
import { shortages } from "./opening/shortages"

jest.setTimeout(120_000)

describeShop(
  "what opens and closes tasks",
  (shop) => {
    describe("orders", () => orders(shop))
    describe("orders that are over", () => ordersThatAreOver(shop))
    describe("customers", () => customers(shop))
    describe("conditions of playbooks", () => conditions(shop))
    describe("what an order lacks", () => shortages(shop))
    describe("after an absence", () => absences(shop))
    describe("the reconciler", () => reconciler(shop))
  },
  { readyCarts: true }
)
