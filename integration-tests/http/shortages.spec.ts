import { describeShop } from "../shop/test-shop"
import { contact } from "./shortages/contact"
import { holds } from "./shortages/holds"
import { alternatives } from "./shortages/alternatives"
import { interleaved } from "./shortages/interleaved"
import { noticing } from "./shortages/noticing"
import { settling } from "./shortages/settling"
import { settlingHeld } from "./shortages/settling-held"
import { settlingKilled } from "./shortages/settling-killed"
import { settlingMoney } from "./shortages/settling-money"
import { offers } from "./shortages/offers"
import { offersByLink } from "./shortages/offers-by-link"
import { owner } from "./shortages/owner"
import { pins } from "./shortages/pins"
import { settlingOtherwise } from "./shortages/settling-otherwise"
import { settlingTaxed } from "./shortages/settling-taxed"
import { told } from "./shortages/told"
import { waysToBeShort } from "./shortages/ways-to-be-short"

jest.setTimeout(600_000)

describeShop(
  "what stock does not cover",
  (shop) => {
    describe("the orders that came last", () => noticing(shop))
    describe("whatever makes it so, is noticed:", () => waysToBeShort(shop))
    describe("what people say of it", () => told(shop))
    describe("units that are held", () => holds(shop))
    describe("offers", () => offers(shop))
    describe("offers with a link", () => offersByLink(shop))
    describe("what is settled on the call", () => contact(shop))
    describe("what the owner sees", () => owner(shop))
    describe("what is offered instead", () => alternatives(shop))
    describe("what was agreed, is carried out:", () => settling(shop))
    describe("what was agreed, by what is held for the customer:", () =>
      settlingHeld(shop))
    describe("what was agreed otherwise, is carried out:", () =>
      settlingOtherwise(shop))
    describe("what was agreed, is paid for:", () => settlingMoney(shop))
    describe("what was agreed, is paid for without tax in the prices:", () =>
      settlingTaxed(shop))
    describe("what the shop has pinned", () => pins(shop))
    describe("what was agreed, is finished or undone if it is killed", () =>
      settlingKilled(shop))
    describe("whatever happens", () => interleaved(shop))
  },
  { readyCarts: [2, 2, 3, 3] }
)
