import { seededRandom } from "../../demo/seeded-random"
import { brokenRules, type Offered } from "./inconsistencies"
import type { ShortItem } from "./labelled-set"
import { type Proposal, SHOWN } from "./measures"

/** A way to choose alternatives, the best first. */
export interface Contender {
  readonly name: string
  propose(item: ShortItem): readonly Proposal[]
}

/**
 * What a shop would do without a ranker. All know the rules that follow from
 * the catalogue, so that only the ranking is compared, and none the shop's
 * marked attributes. None names units, nor refuses while there is a candidate.
 */
export function baselines(variants: ReadonlyMap<string, Offered>): Contender[] {
  const all = [...variants.values()]
  const random = seededRandom(20261127)
  const by = (
    name: string,
    score: (out: Offered, one: Offered, item: ShortItem) => number | null
  ): Contender => ({
    name,
    propose(item) {
      const out = variants.get(item.out)
      if (!out) return []
      return topOf(all, (one) =>
        one.variant.id === item.out ||
        brokenRules(item, one, item.quantity).length > 0
          ? null
          : score(out, one, item)
      )
    },
  })
  return [
    by("random order", () => random()),
    by("nearest price in the category", (out, one, item) =>
      leafOf(out) === leafOf(one) ? priceLikeness(out, one, item) : null
    ),
    by("likeness of titles", titleLikeness),
    by("most sold in the category", (out, one) =>
      leafOf(out) === leafOf(one) ? stockOf(one) : null
    ),
    by(
      "category with likeness with price",
      (out, one, item) =>
        Number(leafOf(out) === leafOf(one)) +
        titleLikeness(out, one) +
        priceLikeness(out, one, item)
    ),
  ]
}

/** The grades themselves: the best that can be reached. */
export const ideal: Contender = {
  name: "ideal",
  propose: ({ grades }) =>
    grades
      .filter(({ grade }) => grade > 0)
      .sort((a, b) => b.grade - a.grade)
      .map(({ variant }) => ({ variant, units: null })),
}

function topOf(
  all: readonly Offered[],
  score: (one: Offered) => number | null
): Proposal[] {
  return all
    .flatMap((one) => {
      const value = score(one)
      return value === null ? [] : [{ id: one.variant.id, value }]
    })
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ id }) => ({ variant: id, units: null }))
}

function leafOf({ product }: Offered): string {
  return product.category.join(" > ")
}

function priceLikeness(out: Offered, one: Offered, item: ShortItem): number {
  const asked = out.variant.prices[item.currency] ?? 0
  const price = one.variant.prices[item.currency] ?? 0
  return Math.min(asked, price) / Math.max(asked, price, 1e-9)
}

/** No sales are in the set; a shop keeps most of what sells most. */
function stockOf({ variant }: Offered): number {
  return Object.values(variant.stock).reduce((sum, free) => sum + free, 0)
}

/** As `similarity` of pg_trgm, of the titles with the values of the options. */
export function titleLikeness(out: Offered, one: Offered): number {
  const a = trigrams(fullTitle(out))
  const b = trigrams(fullTitle(one))
  let shared = 0
  for (const trigram of a) if (b.has(trigram)) shared++
  return shared / (a.size + b.size - shared || 1)
}

export function fullTitle({ product, variant }: Offered): string {
  return [product.title, ...Object.values(variant.options)]
    .filter((text) => text !== "Default option value")
    .join(" ")
}

/** As `show_trgm`: two spaces before each word and one after it. */
function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) {
      found.add(padded.slice(at, at + 3))
    }
  }
  return found
}
