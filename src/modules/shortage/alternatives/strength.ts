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
  "energy",
  "flow",
]

export function quantityFactor(
  short: Description,
  candidate: Description
): number {
  let factor = 1
  for (const dimension of STRENGTHS) {
    const isOfIt = (its: Quantity) =>
      its.dimension === dimension &&
      (dimension !== "mass" || its.to !== undefined)
    const ones = short.quantities.filter(isOfIt)
    const others = candidate.quantities.filter(isOfIt)
    const isUnsaid = ones.length === 0 || others.length === 0
    if (!isUnsaid) factor *= nearest(ones, others)
    else if (ones.length !== others.length && RESTRICTING.includes(dimension)) {
      factor *= 0.5
    }
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

/** Each figure of one of them is the nearest of the other's, if there are several. */
function nearest(
  ones: readonly Quantity[],
  others: readonly Quantity[]
): number {
  const [few, many] =
    ones.length <= others.length ? [ones, others] : [others, ones]
  return few.reduce(
    (factor, one) =>
      factor * Math.max(...many.map((its) => strengthFactor(one, its))),
    1
  )
}

function strengthFactor(one: Quantity, other: Quantity): number {
  if (
    one.dimension === "grade" &&
    one.to !== undefined &&
    other.to !== undefined
  ) {
    return one.to < other.value || other.to < one.value ? 0.1 : 1
  }
  return nearness(middle(one), middle(other))
}

/** `0-150 mm` is as much as 150 mm. */
function middle({ value, to }: Quantity): number {
  if (to === undefined) return value
  return value === 0 ? to : (value + to) / 2
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
  const sides = a.flatMap((figure, at) =>
    b[at] === undefined ? [] : [Math.log10(+figure / +b[at])]
  )
  return between(
    isInOtherUnit(sides)
      ? 1
      : 10 ** -sides.reduce((sum, side) => sum + Math.abs(side), 0),
    [
      [0.4, SIZE],
      [0.75, 0.7],
      [0.97, 1],
    ]
  )
}

/** `0.8x0.8x1.6` is in metres what `80x80x160` is in centimetres. */
function isInOtherUnit(sides: readonly number[]): boolean {
  const [first = 0] = sides
  return (
    sides.length > 1 &&
    sides.every((side) => Math.abs(side - Math.round(first)) < 0.015)
  )
}
