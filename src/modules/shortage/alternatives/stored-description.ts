import type { Description } from "./description"
import type { CatalogueVariant } from "./product"
import type { ConceptGroup } from "./vocabulary"

/**
 * Counts up whenever `describe` says something else of the same variant, so that
 * rows which an earlier release wrote are described anew.
 */
export const DESCRIBED_BY = 8

type Lists = "brand" | "accessories" | "traits"

/** A description as JSON: to read it is thirty times quicker than to describe. */
export type StoredDescription = Omit<
  Description,
  "variant" | "concepts" | Lists
> &
  Record<Lists, readonly string[]> & {
    readonly concepts: readonly (readonly [ConceptGroup, readonly string[]])[]
  }

export function stored({
  variant: _variant,
  brand,
  accessories,
  traits,
  concepts,
  ...rest
}: Description): StoredDescription {
  return {
    ...rest,
    brand: [...brand],
    accessories: [...accessories],
    traits: [...traits],
    concepts: [...concepts].map(([group, meanings]) => [group, [...meanings]]),
  }
}

export function revived(
  { brand, accessories, traits, concepts, ...rest }: StoredDescription,
  variant: CatalogueVariant
): Description {
  return {
    ...rest,
    variant,
    brand: new Set(brand),
    accessories: new Set(accessories),
    traits: new Set(traits),
    concepts: new Map(
      concepts.map(([group, meanings]) => [group, new Set(meanings)])
    ),
  }
}
