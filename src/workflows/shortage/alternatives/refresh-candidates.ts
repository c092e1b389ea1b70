import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import { SHORTAGE_MODULE, type TakenRecord } from "../../../modules/shortage"
import {
  loadCatalogue,
  pageOfProducts,
  productsInCategories,
  productsOfVariants,
} from "../../../shop/catalogue"

/** Products in one go. */
const AT_ONCE = 100

/**
 * Makes the rows of these products' variants say what the catalogue says.
 *
 * @returns how many rows changed
 */
export async function refreshCandidates(
  product_ids: readonly string[],
  container: MedusaContainer
): Promise<number> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const all = [...new Set(product_ids)].sort()
  let changed = 0
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE)
    const run = await shortage.beginRun()
    const entries = await loadCatalogue(some, container)
    changed += await shortage.writeCandidates(
      { run, entries, product_ids: some },
      clockOf(container).now()
    )
  }
  return changed
}

/** The products that these changed records concern, deleted ones included. */
export async function productsOfRecords(
  taken: readonly TakenRecord[],
  container: MedusaContainer
): Promise<string[]> {
  const idsOf = (entity: TakenRecord["entity"]) =>
    taken.filter((record) => record.entity === entity).map(({ id }) => id)
  const variant_ids = idsOf("variant")
  return [
    ...idsOf("product"),
    ...(await productsOfVariants(variant_ids, container)),
    ...(await container.resolve(SHORTAGE_MODULE).listProductsOf(variant_ids)),
    ...(await productsInCategories(idsOf("category"), container)),
  ]
}

/**
 * The reconciler's part: walks over the catalogue, a page each time, and goes on
 * where it stopped. It finds what changed without an event, such as a sales
 * channel's link, and what an earlier release described. As long as pages have
 * something to write, as after the plugin was installed, it goes on for a while.
 */
export async function walkCatalogue(
  container: MedusaContainer,
  within_ms: number
): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const until = performance.now() + within_ms
  let after = await shortage.readCursor("catalogue", clockOf(container).now())
  for (;;) {
    const page = await pageOfProducts(after, AT_ONCE, container)
    const isLast = page.length < AT_ONCE
    const last = page.at(-1) ?? after
    const known = await shortage.listProductsBetween(
      after,
      isLast ? null : last
    )
    const changed = await refreshCandidates([...page, ...known], container)
    await shortage.moveCursor("catalogue", isLast ? "" : last)
    if (isLast || changed === 0 || performance.now() > until) {
      return
    }
    after = last
  }
}
