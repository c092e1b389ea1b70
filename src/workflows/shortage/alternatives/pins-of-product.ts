import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import {
  type NamedVariant,
  namedVariants,
  variantsOfProduct,
} from "../../../shop/variants"

/** A variant, and what the shop offers in place of it, the first first. */
export type PinnedVariant = NamedVariant & { replacements: NamedVariant[] }

/** What is pinned to the variants of a product; deleted ones are left out. */
export async function pinsOfProduct(
  product_id: string,
  container: MedusaContainer
): Promise<PinnedVariant[]> {
  const variants = await variantsOfProduct(product_id, container)
  const pins = await container
    .resolve(SHORTAGE_MODULE)
    .readPins(variants.map(({ variant_id }) => variant_id))
  const names = await namedVariants([...pins.values()].flat(), container)
  return variants.map((variant) => ({
    ...variant,
    replacements: (pins.get(variant.variant_id) ?? []).flatMap(
      (id) => names.get(id) ?? []
    ),
  }))
}
