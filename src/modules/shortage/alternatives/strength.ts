import { between } from "./between"
import { likeness } from "./kind"
import type { Description } from "./description"
import type { Dimension, Quantity } from "./quantities"

/** For whom it is: said of one only, it is not said of the other. */
const RESTRICTING: readonly Dimension[] = ["grade"]

/** Dimensions that say how strong or how large a thing is, not how much. */
const STRENGTHS: readonly Dimension[] = [
  "dose",
  "units",
  "grade",
  "equivalent",
  "pages",
  "parts",
  "inches",
  "power",
  "voltage",
  "charge",
  "current",
  "temperature",
  "light",
  "density",
  "micron",
  "storage",
  "months",
  "percent",
  "length",
  "mass",
  "pressure",
]

export function quantityFactor(
  short: Description,
  candidate: Description
): number {
  let factor = 1
  for (const dimension of STRENGTHS) {
    const one = short.quantities.find((its) => its.dimension === dimension)
    const other = candidate.quantities.find(
      (its) => its.dimension === dimension
    )
    if (!one !== !other && RESTRICTING.includes(dimension)) factor *= 0.5
    if (!one || !other) continue
    if (
      dimension === "mass" &&
      (one.to === undefined || other.to === undefined)
    )
      continue
    factor *= strengthFactor(one, other)
  }
  return factor
}

/** `2-burner` in place of `3-burner`. */
export function countFactor(short: Description, candidate: Description) {
  return short.counts.reduce((factor, one) => {
    const others = candidate.counts.filter(
      (its) => likeness(its.stem, one.stem) >= LIKE
    )
    return others.length === 0
      ? factor
      : factor *
          Math.max(...others.map((its) => nearness(one.number, its.number)))
  }, 1)
}

const LIKE = 0.7

function strengthFactor(one: Quantity, other: Quantity): number {
  if (
    one.dimension === "grade" &&
    one.to !== undefined &&
    other.to !== undefined
  ) {
    return one.to < other.value || other.to < one.value ? 0.1 : 1
  }
  const a = one.to === undefined ? one.value : (one.value + one.to) / 2
  const b = other.to === undefined ? other.value : (other.value + other.to) / 2
  return nearness(a, b)
}

function nearness(a: number, b: number): number {
  return between(Math.min(a, b) / Math.max(a, b), [
    [0.3, 0.1],
    [0.5, 0.35],
    [0.75, 0.66],
    [0.9, 0.93],
    [0.98, 1],
  ])
}

export function sizeFactor(
  ones: readonly string[],
  others: readonly string[]
): number {
  if (ones.length === 0 || others.length === 0) return 1
  return Math.max(
    ...ones.flatMap((one) => others.map((other) => sizeLikeness(one, other)))
  )
}

/** What is left where another size is not even near. */
const SIZE = 0.45

function sizeLikeness(one: string, other: string): number {
  const [a, b] = [one.split(/[x/]/), other.split(/[x/]/)]
  const ratios = a.flatMap((figure, at) =>
    b[at] === undefined
      ? []
      : [Math.min(+figure, +b[at]) / Math.max(+figure, +b[at])]
  )
  return between(
    ratios.reduce((product, ratio) => product * ratio, 1),
    [
      [0.4, SIZE],
      [0.75, 0.7],
      [0.97, 1],
    ]
  )
}
