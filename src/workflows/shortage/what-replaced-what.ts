import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_MODULE } from "../../modules/shortage"
import { type NamedVariant, namedVariants } from "../../shop/variants"

/** How often a variant was taken and refused in place of another. */
export type Replacement = {
  variant_id: string
  /** Null if it no longer exists. */
  variant: NamedVariant | null
  replacement_variant_id: string
  replacement: NamedVariant | null
  accepted: number
  refused: number
  last_answered_at: Date
}

/** What customers took in place of what was out of stock, and what they refused. */
export async function whatReplacedWhat(
  page: { limit: number; offset: number },
  container: MedusaContainer
): Promise<{ replacements: Replacement[]; count: number }> {
  const { pairs, count } = await container
    .resolve(SHORTAGE_MODULE)
    .listAnsweredPairs(page)
  const variants = await namedVariants(
    pairs.flatMap(({ variant_id, replacement_variant_id }) => [
      variant_id,
      replacement_variant_id,
    ]),
    container
  )
  return {
    replacements: pairs.map((pair) => ({
      ...pair,
      variant: variants.get(pair.variant_id) ?? null,
      replacement: variants.get(pair.replacement_variant_id) ?? null,
    })),
    count,
  }
}
