import type { MedusaContainer } from "@medusajs/framework/types"
import {
  assess,
  type CatalogueWords,
  type Caution,
  type Pins,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import {
  type CatalogueEntry,
  loadVariantsOfCatalogue,
} from "../../../shop/catalogue"

/** Why what is pinned to a variant is not offered in place of it. */
export type PinCaution =
  | Caution
  | { readonly code: "not_published" }
  /** In none of the sales channels in which it would replace anything. */
  | { readonly code: "other_channel" }

/** A pinned variant that the rules forbid, and which of them. */
export type NotShown = {
  variant_id: string
  replacement_variant_id: string
  cautions: PinCaution[]
}

/** Variants that are read in one go, with what is pinned to them. */
const AT_ONCE = 50

/**
 * What is pinned although it would not be shown for whatever order: what an
 * order alone decides, such as its currency, its location and what the customer
 * has refused, is not asked.
 */
export async function pinsNotShown(
  pins: readonly Pins[],
  container: MedusaContainer
): Promise<NotShown[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const words = await shortage.catalogueWords()
  const notShown: NotShown[] = []
  for (let from = 0; from < pins.length; from += AT_ONCE) {
    const some = pins.slice(from, from + AT_ONCE)
    const entries = await loadVariantsOfCatalogue(
      [
        ...new Set(
          some.flatMap(({ variant_id, replacement_variant_ids }) => [
            variant_id,
            ...replacement_variant_ids,
          ])
        ),
      ],
      container
    )
    const byId = new Map(entries.map((entry) => [entry.variant.id, entry]))
    notShown.push(
      ...some.flatMap((pinned) => notShownOf(pinned, byId, words, container))
    )
  }
  return notShown
}

function notShownOf(
  { variant_id, replacement_variant_ids }: Pins,
  byId: ReadonlyMap<string, CatalogueEntry>,
  words: CatalogueWords,
  container: MedusaContainer
): NotShown[] {
  const short = byId.get(variant_id)
  const pinned = replacement_variant_ids.flatMap((id) => byId.get(id) ?? [])
  if (!short) {
    return []
  }
  const assessed = assess({
    line: { ...short.variant, quantity: 1, price: 1 },
    candidates: pinned.map(({ variant }) => ({
      ...variant,
      is_published: true,
      in_sales_channel: true,
      price: 1,
      free_units: Infinity,
    })),
    marked: container.resolve(SHORTAGE_MODULE).marked,
    pinned: replacement_variant_ids,
    answers: new Map(),
    refused: new Set(),
    statistics: words,
  })
  return pinned.flatMap((entry) => {
    const replacement_variant_id = entry.variant.id
    const cautions = [
      ...unsold(entry, short.sales_channel_ids),
      ...assessed.flatMap((one) =>
        one.variant_id === replacement_variant_id ? one.cautions : []
      ),
    ]
    return cautions.length > 0
      ? [{ variant_id, replacement_variant_id, cautions }]
      : []
  })
}

/** @param channels - in one of which it is to be sold */
export function unsold(
  { is_published, sales_channel_ids }: CatalogueEntry,
  channels: readonly string[]
): PinCaution[] {
  return [
    ...(is_published ? [] : [{ code: "not_published" } as const]),
    ...(channels.length === 0 ||
    sales_channel_ids.some((id) => channels.includes(id))
      ? []
      : [{ code: "other_channel" } as const]),
  ]
}
