import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import {
  type NamedVariant,
  namedVariants,
  variantsOfProduct,
} from "../../../shop/variants"
import { type PinCaution, pinsNotShown } from "./pin-cautions"

/** What is pinned, and why it is not shown, if it is not. */
export type PinnedReplacement = NamedVariant & { cautions: PinCaution[] }

/** A variant, and what the shop offers in place of it, the first first. */
export type PinnedVariant = NamedVariant & {
  replacements: PinnedReplacement[]
}

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
  const notShown = await pinsNotShown(
    [...pins].map(([variant_id, replacement_variant_ids]) => ({
      variant_id,
      replacement_variant_ids,
    })),
    container
  )
  const cautionsOf = (variant_id: string, id: string) =>
    notShown.find(
      (one) =>
        one.variant_id === variant_id && one.replacement_variant_id === id
    )?.cautions ?? []
  return variants.map((variant) => ({
    ...variant,
    replacements: (pins.get(variant.variant_id) ?? []).flatMap((id) => {
      const named = names.get(id)
      return named
        ? [{ ...named, cautions: cautionsOf(variant.variant_id, id) }]
        : []
    }),
  }))
}
