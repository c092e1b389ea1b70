import { join } from "node:path"
import { describeShop } from "../shop/test-shop"
import { kindsOfWork } from "./extensions/kinds-of-work"
import { searchIndex } from "./extensions/search-index"
import { shopCode } from "./extensions/shop-code"

jest.setTimeout(120_000)

process.env.SEARCH_INDEXES = join(__dirname, "../shop/search-indexes.ts")
afterAll(() => void delete process.env.SEARCH_INDEXES)

describeShop(
  "extensions",
  (shop) => {
    describe("a shop's own code", () => shopCode(shop))
    describe("a kind of work from outside", () => kindsOfWork(shop))
    describe("a shop's own search index", () => searchIndex(shop))
  },
  { readyCarts: true }
)
