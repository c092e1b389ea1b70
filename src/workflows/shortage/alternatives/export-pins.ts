import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_MODULE, writePairs } from "../../../modules/shortage"
import { namedVariants } from "../../../shop/variants"

export type ExportedPins = {
  /** As it is imported. */
  csv: string
  pairs: number
  /** Pairs that a file cannot name: one of the variants has no SKU. */
  without_sku: number
}

/** All that the shop has pinned; pairs with a deleted variant are left out. */
export async function exportPins(
  container: MedusaContainer
): Promise<ExportedPins> {
  const pins = await container.resolve(SHORTAGE_MODULE).readAllPins()
  const names = await namedVariants(
    pins.flatMap(({ variant_id, replacement_variant_ids }) => [
      variant_id,
      ...replacement_variant_ids,
    ]),
    container
  )
  const known = pins.flatMap(({ variant_id, replacement_variant_ids }) =>
    replacement_variant_ids.flatMap((id) => {
      const pair = [names.get(variant_id), names.get(id)]
      return pair.every((one) => one !== undefined)
        ? [pair.map((one) => one?.sku ?? "")]
        : []
    })
  )
  const pairs = known.filter((skus) => skus.every((sku) => sku !== ""))
  return {
    csv: writePairs(pairs),
    pairs: pairs.length,
    without_sku: known.length - pairs.length,
  }
}
