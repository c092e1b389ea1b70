import type { Description } from "./description"
import type { Dimension } from "./quantities"

/** What is used up, by what it is sold by. */
/** A shorter thing is not sold by its length. */
const METRE = 1000

const AMOUNTS: readonly Dimension[] = ["volume", "mass", "pieces", "length"]

/** How many units replace the line, and how their amount compares. */
export interface Amount {
  readonly units: number
  /** The amount offered to the amount ordered; null if it is not known. */
  readonly ratio: number | null
  readonly dimension: Dimension | null
}

/**
 * How many units of a candidate make up the line. What is sold by the piece is
 * counted out; what is sold by volume or weight is made up where that is nearer
 * in price, because a larger kettle is no two small ones.
 */
export function amountOf(
  short: Description,
  candidate: Description,
  quantity: number,
  prices: { readonly short: number; readonly candidate: number }
): Amount {
  const one = contentOf(short)
  const other = contentOf(candidate)
  const dimension =
    AMOUNTS.find((name) => one.has(name) && other.has(name)) ?? null
  if (dimension === null) return { units: quantity, ratio: null, dimension }
  const ordered = quantity * (one.get(dimension) ?? 0)
  const each = other.get(dimension) ?? 0
  const isKnown =
    dimension !== "pieces" || (isCounted(short) && isCounted(candidate))
  const same: Amount = {
    units: quantity,
    ratio: isKnown
      ? (quantity * each) / ordered
      : isCounted(short) || isCounted(candidate)
        ? null
        : 1,
    dimension,
  }
  const made = Math.max(1, Math.round(ordered / each))
  if (made === quantity) return same
  if (dimension !== "pieces" && isDurable(short)) return same
  const madeUp: Amount = {
    units: made,
    ratio: (made * each) / ordered,
    dimension,
  }
  if (dimension === "pieces" && isKnown) return madeUp
  if (dimension === "length" && Math.min(ordered / quantity, each) < METRE) {
    return same
  }
  if (dimension !== "pieces" && !isMultiple(ordered, each, ordered / quantity))
    return same
  const away = ({ units, ratio }: Amount) =>
    Math.abs(Math.log((units * prices.candidate) / (quantity * prices.short))) +
    Math.abs(Math.log(ratio ?? 1))
  return away(madeUp) < away(same) ? madeUp : same
}

/**
 * Whole units come within a tenth of what was ordered, and one is not merely a
 * somewhat larger or smaller thing than the other.
 */
function isMultiple(ordered: number, each: number, one: number): boolean {
  const times = ordered / each
  const larger = Math.max(one, each) / Math.min(one, each)
  return Math.abs(times - Math.round(times)) <= 0.115 * times && larger > 1.9
}

function isCounted({ quantities, times }: Description): boolean {
  return times > 1 || quantities.some(({ dimension }) => dimension === "pieces")
}

/** `500 g (17.6 oz)` is one amount, written twice. */
function isNear(one: number | undefined, other: number): boolean {
  return (
    one !== undefined && Math.min(one, other) >= Math.max(one, other) * 0.97
  )
}

function isContent(dimension: Dimension): boolean {
  return dimension === "volume" || dimension === "mass"
}

/** Runs on power: its volume or weight is no amount of goods. */
function isDurable({ quantities }: Description): boolean {
  return (
    quantities.some(({ dimension }) =>
      ["power", "voltage", "charge"].includes(dimension)
    ) && !quantities.some(({ dimension }) => dimension === "pieces")
  )
}

/** How much is in one unit, by dimension; a pack of six of 0.5 l is 3 l. */
export function contentOf({
  quantities,
  times,
}: Description): ReadonlyMap<Dimension, number> {
  const found = new Map<Dimension, number>()
  // A set of pots of 2, 3 and 5 l holds no amount of anything.
  const several = new Set<Dimension>()
  for (const { dimension, value, to } of quantities) {
    if (!AMOUNTS.includes(dimension) || to !== undefined) continue
    if (!found.has(dimension)) found.set(dimension, value)
    else if (isContent(dimension) && !isNear(found.get(dimension), value)) {
      several.add(dimension)
    }
  }
  for (const dimension of several) found.delete(dimension)
  const pieces = found.get("pieces")
  const inner = found.get("volume") ?? found.get("mass")
  if (inner === undefined) {
    return new Map([...found, ["pieces", (pieces ?? 1) * times]])
  }
  const packs = times > 1 ? times : (pieces ?? 1)
  for (const dimension of ["volume", "mass"] as const) {
    const each = found.get(dimension)
    if (each !== undefined) found.set(dimension, each * packs)
  }
  found.delete("pieces")
  if (pieces !== undefined)
    found.set("pieces", pieces * (times > 1 ? times : 1))
  return found
}
