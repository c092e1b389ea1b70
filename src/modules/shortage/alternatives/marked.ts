import { isAsFree } from "./allergens"
import {
  countOf,
  isCalled,
  isFreedom,
  measuredBy,
  storedUnder,
  unitFor,
  valuesInTitle,
} from "./attribute-value"
import type { Description } from "./description"
import type { MarkedAttribute } from "./product"
import { isMet } from "./same-value"
import type { ConceptGroup } from "./vocabulary"

/**
 * Whether a marked attribute of a candidate equals that of the short item. What
 * can be read nowhere is not equal; if nothing can be read of the short item,
 * nothing may be read of the candidate.
 *
 * @param known - the values that the shop has for it
 * @param kin - those of the short item's type and category
 */
export function markedRule(
  attribute: MarkedAttribute,
  short: Description,
  known: readonly string[],
  kin: readonly string[] = known
): (candidate: Description) => boolean {
  const stored = storedUnder(attribute)
  const withUnit = unitFor(attribute)
  const own = stored(short)
  const count = own === null ? countOf(attribute, short) : null
  const inUnits = (values: readonly string[]) => [
    ...new Set([...values, ...values.map(withUnit)]),
  ]
  const wanted = (
    own !== null
      ? [own]
      : count !== null
        ? [String(count)]
        : told(attribute, short, inUnits(kin), inUnits(known))
  ).map(withUnit)
  const isUntold = untoldRule(attribute, short, kin)
  const isMetBy = isFreedom(attribute)
    ? (candidate: Description, has: string | null) =>
        isAsFree(wanted, own, short, candidate, has, known)
    : (candidate: Description, has: string | null) =>
        wanted.length > 0
          ? wanted.every((value) => isMet(value, candidate, has))
          : (saysTheSame(attribute, short, candidate) ??
            (has === null && isUntold(candidate)))
  return (candidate) => {
    const has =
      stored(candidate) ??
      (count === null
        ? null
        : (countOf(attribute, candidate)?.toString() ?? null))
    return isMetBy(candidate, has === null ? null : withUnit(has))
  }
}

function told(
  attribute: MarkedAttribute,
  short: Description,
  kin: readonly string[],
  known: readonly string[]
) {
  const found = valuesInTitle(attribute, short, kin)
  return found.length > 0 ? found : valuesInTitle(attribute, short, known)
}

/**
 * Whether the candidate's title tells nothing of what the short item's does not
 * tell either.
 */
function untoldRule(
  attribute: MarkedAttribute,
  short: Description,
  kin: readonly string[]
): (candidate: Description) => boolean {
  const figures: readonly string[] = short.text.match(/\d+(?:\.\d+)?/g) ?? []
  const areFigures = kin.some((value) => /\d/.test(value))
  const codes = codesIn(short)
  const [named, bare] = bareIn(short)
  return (candidate) => {
    const measured = measuredBy(attribute, candidate)
    // `IR-250` is one of 250 W.
    if (measured) return figures.includes(String(measured.value))
    if (kin.some((value) => isMet(value, candidate, null))) return false
    if (!areFigures) return true
    const [itsNamed, itsBare] = bareIn(candidate)
    return (
      isShared(named, itsNamed) &&
      isShared(bare, itsBare) &&
      [...codesIn(candidate)].every(
        ([form, figure]) => (codes.get(form) ?? figure) === figure
      )
    )
  }
}

/** Codes, and sizes and figures without a unit: what an unknown value may be. */
const bareIn = ({ wording }: Description) =>
  [
    wording.raw.filter((word) => /\d/.test(word)),
    [...wording.numbers, ...wording.sizes],
  ] as const

/** Both have one in common, or neither has any. */
const isShared = (ones: readonly string[], others: readonly string[]) =>
  ones.length + others.length === 0 || ones.some((one) => others.includes(one))

/** The figures of codes, by what is around them: `C16`, `74DL`, `305XL`. */
const codesIn = ({ wording }: Description): ReadonlyMap<string, string> =>
  new Map(
    [...wording.raw, ...wording.numbers]
      .filter((code) => /\d/.test(code) && /[^\d.]/.test(code))
      .map((code) => [
        code.replace(/\d+(?:\.\d+)?/g, "#"),
        code.replace(/[^\d.]+/g, " "),
      ])
  )

/**
 * What the title says of it where the shop keeps no value: `right hand`; null if
 * the short item's says nothing.
 */
function saysTheSame(
  attribute: MarkedAttribute,
  short: Description,
  candidate: Description
): boolean | null {
  const group = CONCEPTS.find(
    ([group, called]) =>
      isCalled(attribute, called) && short.concepts.has(group)
  )?.[0]
  const own = group && short.concepts.get(group)
  if (!own) return null
  const its = candidate.concepts.get(group)
  return its !== undefined && [...own].every((meaning) => its.has(meaning))
}

const AGE = /(?<!\p{L})(?:age|вік|возраст|възраст)/iu

/** Attributes that shops mark, whose values are known in all languages. */
const CONCEPTS: readonly [ConceptGroup, RegExp][] = [
  ["side", /(?<!\p{L})(?:hand|side|рука|ръка|сторона|страна|бік)(?!\p{L})/iu],
  ["colour", /colou?r|колір|цвет|цвят/iu],
  ["material", /material|матеріал|материал/iu],
  ["animal", /animal|тварин|животн/iu],
  ["season", /season|сезон/iu],
  ["stage", AGE],
  ["audience", AGE],
]
