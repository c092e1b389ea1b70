/** A claim on units of one inventory item at one location. */
export type Claim = {
  /** Null: reserved without an order. */
  line_id: string | null
  quantity: number
  /** Compared from left to right; the lower is served first. */
  place: readonly (number | string)[]
}

/**
 * How many units of each line are not covered by stock: the latest claims go
 * short first.
 *
 * @returns units by line; lines that are covered are omitted
 */
export function shortageOf(
  claims: readonly Claim[],
  stocked: number
): Map<string, number> {
  let left = Math.max(0, stocked)
  const short = new Map<string, number>()
  for (const { line_id, quantity } of [...claims].sort(byPlace)) {
    const covered = Math.min(quantity, left)
    left -= covered
    if (line_id !== null && covered < quantity) {
      short.set(line_id, (short.get(line_id) ?? 0) + quantity - covered)
    }
  }
  return short
}

function byPlace({ place: one }: Claim, { place: other }: Claim): number {
  for (const [index, mine] of one.entries()) {
    const theirs = other[index] ?? mine
    if (mine !== theirs) {
      return mine < theirs ? -1 : 1
    }
  }
  return 0
}
