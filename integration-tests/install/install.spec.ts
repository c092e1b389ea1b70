import { asTheReadmeSays } from "./as-the-readme-says"
import { type Installation, installPlugin } from "./install-plugin"
import { ownKindOfWork } from "./own-kind-of-work"
import { packageContent } from "./package-content"
import { ShopAtWork } from "./shop-at-work"
import { workingStore } from "./working-store"

/**
 * Most of it is npm and Vite: two minutes on two idle cores, several times that
 * on a busy machine.
 */
const patience = 900_000

function present<Thing>(thing: Thing | undefined): Thing {
  if (!thing) {
    throw new Error("The plugin is not installed, see above")
  }
  return thing
}

describe("the published package", () => {
  let installation: Installation | undefined
  let shop: ShopAtWork | undefined
  const installed = () => present(installation)
  const opened = () => present(shop)

  beforeAll(async () => {
    installation = await installPlugin()
    shop = await ShopAtWork.open(installation.store.url)
  }, patience)
  afterAll(async () => await installation?.remove(), patience)

  describe("its content", () => packageContent(installed))
  describe("in a store", () => workingStore(installed, opened))
  describe("as the README says", () => asTheReadmeSays(installed, opened))
  describe("with a kind of work of the store's own", () =>
    ownKindOfWork(installed, opened))
})
