import { isAsFree } from "./allergens"
import {
  countOf,
  isCalled,
  isFreedom,
  labelledBy,
  measuredBy,
  storedUnder,
  unitFor,
  valuesInTitle,
} from "./attribute-value"
import type { Description } from "./description"
import type { MarkedAttribute } from "./product"
import { isMet } from "./same-value"
import { isWithin } from "./same-wording"
import { colourOf, type ConceptGroup, conceptsOf } from "./vocabulary"
import { wordingsOf } from "./wording"

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
  const labelled = labelledBy(attribute)
  const own = stored(short) ?? labelled(short)
  const count = own === null ? countOf(attribute, short) : null
  const inUnits = (values: readonly string[]) => [
    ...new Set([...values, ...values.map(withUnit)]),
  ]
  const found = (
    own !== null
      ? [own]
      : count !== null
        ? [String(count)]
        : told(attribute, short, inUnits(kin), inUnits(known))
  ).map(withUnit)
  const wanted = own === null && saysMore(attribute, short, found) ? [] : found
  // `Left or right` is for either.
  const rivals = isCalled(attribute, SIDE)
    ? []
    : kin.filter((value) => isRival(value, wanted))
  const areFigures = kin.some((value) => /\d/.test(value))
  const isUntold = untoldRule(attribute, short, kin)
  const isSameUntold = (candidate: Description, has: string | null) => {
    const isUntoldBy = has === null && isUntold(candidate)
    const isSaid = saysTheSame(attribute, short, candidate)
    // `RAL 9010 white` is no `RAL 9016 white`.
    return isSaid === null ? isUntoldBy : isSaid && (!areFigures || isUntoldBy)
  }
  const isMetBy = isFreedom(attribute)
    ? (candidate: Description, has: string | null) =>
        isAsFree(wanted, own, short, candidate, has, known)
    : (candidate: Description, has: string | null) =>
        wanted.length > 0
          ? wanted.every(
              (value) =>
                isMet(value, candidate, has) &&
                !(has === null && isOtherNumber(value, labelled(candidate)))
            ) &&
            (has !== null ||
              !rivals.some((value) => isMet(value, candidate, null)))
          : isSameUntold(candidate, has)
  return (candidate) => {
    const has =
      stored(candidate) ??
      (count === null
        ? null
        : (countOf(attribute, candidate)?.toString() ?? null))
    return isMetBy(candidate, has === null ? null : withUnit(has))
  }
}

/** A value in words that is no part of the wanted ones: `Vertuo` of neither. */
function isRival(value: string, wanted: readonly string[]): boolean {
  return (
    /\p{L}{3}/u.test(value) &&
    !/\d/.test(value) &&
    !wanted.some((one) =>
      wordingsOf(value).some((its) =>
        wordingsOf(one).some((own) => isWithin(its, own))
      )
    )
  )
}

/** `№8, 10 чифта` is no 10. */
function isOtherNumber(wanted: string, labelled: string | null): boolean {
  const [number] = /^\d+(?:\.\d+)?(?=\s?(?:\(|$))/.exec(wanted) ?? []
  return (
    labelled !== null &&
    number !== undefined &&
    Number(number) !== Number(labelled)
  )
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
    // Goods of the kind differ in it, and nothing tells in what these are.
    if (!areFigures) return kin.length < 2
    const [itsNamed, itsBare] = bareIn(candidate)
    return (
      (kin.length < 2 || named.length + bare.length > 0) &&
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

/** One has all that the other has, and neither has none alone. */
const isShared = (ones: readonly string[], others: readonly string[]) =>
  ones.length > 0 === others.length > 0 &&
  (ones.every((one) => others.includes(one)) ||
    others.every((one) => ones.includes(one)))

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
  const group = groupOf(attribute, short)
  const own = group && short.concepts.get(group)
  if (!own) return null
  const its = candidate.concepts.get(group)
  // `Top Dog for cats` is for either.
  return (
    its !== undefined &&
    (its.size === own.size || group === "side") &&
    [...own].every((meaning) => its.has(meaning))
  )
}

/** `Grey Wolf, black`: the make has a colour, too. */
function saysMore(
  attribute: MarkedAttribute,
  short: Description,
  found: readonly string[]
): boolean {
  const group = groupOf(attribute, short)
  if (group === undefined || group === "side") return false
  const named = new Set(
    found.flatMap((value) =>
      wordingsOf(value).flatMap(({ raw }) => meaningsIn(raw, group))
    )
  )
  return (
    named.size > 0 &&
    meaningsIn(short.wording.raw, group).some((meaning) => !named.has(meaning))
  )
}

const meaningsIn = (words: readonly string[], group: ConceptGroup) =>
  words.flatMap((word) =>
    group === "colour"
      ? (colourOf(word) ?? [])
      : conceptsOf(word).flatMap(([of, meaning]) =>
          of === group ? [meaning] : []
        )
  )

const groupOf = (attribute: MarkedAttribute, short: Description) =>
  CONCEPTS.find(
    ([group, called]) =>
      isCalled(attribute, called) && short.concepts.has(group)
  )?.[0]

const SIDE = /(?<!\p{L})(?:hand|side|рука|ръка|сторона|страна|бік)(?!\p{L})/iu
const AGE = /(?<!\p{L})(?:age|вік|возраст|възраст)/iu

/** Attributes that shops mark, whose values are known in all languages. */
const CONCEPTS: readonly [ConceptGroup, RegExp][] = [
  ["side", SIDE],
  ["colour", /colou?r|колір|цвет|цвят/iu],
  ["material", /material|матеріал|материал/iu],
  ["animal", /animal|тварин|животн/iu],
  ["season", /season|сезон/iu],
  ["stage", AGE],
  ["audience", AGE],
]
