import { storedUnder } from "./attribute-value"
import type { Description } from "./description"
import type { MarkedAttribute } from "./product"

/** What the catalogue as a whole says of its words. */
export interface Statistics {
  /** From 0, which is in every product, to 1, which is in one. */
  rarity(stem: string): number
  /** Whether types, categories or tags use the word. */
  isKind(stem: string): boolean
  /** The same for a trait. */
  traitRarity(trait: string): number
  isBrand(stem: string): boolean
  /** The values that the catalogue has for an attribute. */
  valuesOf(attribute: MarkedAttribute): readonly string[]
}

/** Counts over as much of the catalogue as the caller has; ours or candidates. */
export function statisticsOf(descriptions: readonly Description[]): Statistics {
  // Of each product the first variant, whatever order they came in.
  const products = new Map(
    [...descriptions]
      .sort((a, b) => (a.variant.id < b.variant.id ? 1 : -1))
      .map((one) => [one.variant.product_id, one])
  )
  const counts = new Map<string, number>()
  const traits = new Map<string, number>()
  const kinds = new Set<string>()
  const brands = new Set<string>()
  for (const one of products.values()) {
    const stems = new Set([
      ...one.words.map(({ stem }) => stem),
      ...one.type,
      ...one.leaf,
    ])
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    for (const stem of [...one.type, ...one.leaf, ...one.path]) kinds.add(stem)
    for (const trait of one.traits) {
      traits.set(trait, (traits.get(trait) ?? 0) + 1)
    }
    for (const stem of one.brand) brands.add(stem)
  }
  const values = new Map<string, string[]>()
  return {
    rarity: (stem) =>
      Math.log(1 + products.size / (counts.get(stem) ?? 1)) /
      Math.log(1 + products.size),
    traitRarity: (trait) =>
      Math.log(1 + products.size / (traits.get(trait) ?? 1)) /
      Math.log(1 + products.size),
    isKind: (stem) => kinds.has(stem),
    isBrand: (stem) => brands.has(stem),
    valuesOf(attribute) {
      const known =
        values.get(attribute.name) ?? valuesIn(descriptions, attribute)
      values.set(attribute.name, known)
      return known
    },
  }
}

function valuesIn(
  descriptions: readonly Description[],
  attribute: MarkedAttribute
): string[] {
  const stored = storedUnder(attribute)
  return [...new Set(descriptions.flatMap((one) => stored(one) ?? []))].sort()
}
