import { describeShop } from "../shop/test-shop"
import { alternatives } from "./shortages/alternatives"
import { interleaved } from "./shortages/interleaved"
import { noticing } from "./shortages/noticing"
import { owner } from "./shortages/owner"
import { pins } from "./shortages/pins"
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
    describe("what is offered instead", () => alternatives(shop))
    describe("what the shop has pinned", () => pins(shop))
    describe("whatever happens", () => interleaved(shop))
  },
  { readyCarts: true }
)
