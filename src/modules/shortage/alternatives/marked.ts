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
import {
  colourOf,
  type ConceptGroup,
  conceptsOf,
  isWithout,
  WITH,
} from "./vocabulary"
import { AND, wordingOf, wordingsOf } from "./wording"

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
        : chosen(
            attribute,
            short,
            told(attribute, short, inUnits(kin), inUnits(known))
          )
  ).map(withUnit)
  const isMetBy = isFreedom(attribute)
    ? (candidate: Description, has: string | null) =>
        isAsFree(wanted, own, short, candidate, has, known)
    : wanted.length > 0
      ? wantedRule(attribute, wanted, kin)
      : untoldRule(attribute, short, kin)
  return (candidate) => {
    const has =
      stored(candidate) ??
      (count === null
        ? null
        : (countOf(attribute, candidate)?.toString() ?? null))
    return isMetBy(candidate, has === null ? null : withUnit(has))
  }
}

/** Whether a candidate has these values, in what it keeps or in its title alone. */
type MetBy = (candidate: Description, has: string | null) => boolean

function wantedRule(
  attribute: MarkedAttribute,
  wanted: readonly string[],
  kin: readonly string[]
): MetBy {
  const labelled = labelledBy(attribute)
  const rivals = kin.filter((value) => isRival(value, wanted))
  return (candidate, has) => {
    if (!wanted.every((value) => isMet(value, candidate, has))) return false
    if (has !== null) return true
    const number = labelled(candidate)
    return (
      !wanted.some((value) => isOtherNumber(value, number, candidate)) &&
      !rivals.some(
        (value) =>
          isMet(value, candidate, null) && standsAfter(value, wanted, candidate)
      )
    )
  }
}

/** A value in words that is no part of the wanted ones. */
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

/**
 * Whether a title names a value after the wanted ones, as what it is: `Top Dog
 * for cats`, `Nespresso Vertuo`; not `for cats and dogs`, nor `with fish`.
 */
function standsAfter(
  value: string,
  wanted: readonly string[],
  { text }: Description
): boolean {
  const words = text.match(/\p{L}[\p{L}\d-]*|[/&]/gu) ?? []
  const lastOf = (one: string) => {
    const ends = wordingsOf(one).flatMap(({ raw }) => raw.slice(-1))
    return words
      .map((word) =>
        ends.some((end) => isWithin(wordingOf(end), wordingOf(word)))
      )
      .lastIndexOf(true)
  }
  const at = lastOf(value)
  const own = Math.max(...wanted.map(lastOf))
  return own >= 0 && at > own && !isBeside(words[at - 1] ?? "")
}

/** After such a word comes what is there, too, or is missing. */
const isBeside = (word: string) =>
  WITH.has(word) || isWithout(word) || /[/&]/.test(word)

/** `№8, 10 чифта` is no 10. */
function isOtherNumber(
  wanted: string,
  labelled: string | null,
  { text }: Description
): boolean {
  const [number] =
    /^\d+(?:\.\d+)?(?=\s?(?:\(|$))/.exec(wanted.replace(",", ".")) ?? []
  return (
    labelled !== null &&
    number !== undefined &&
    Number(number) !== Number(labelled) &&
    // `size 9 (EU 42)` is a 42, too.
    !new RegExp(
      `(?:eu|us|uk)\\s?${number}(?!\\d)|(?<!\\d)${number}\\s?(?:eu|us|uk)(?!\\p{L})`,
      "u"
    ).test(text)
  )
}

/**
 * What the title of the short item tells, where it says more than that: an 8 of
 * `№8, 10 чифта`, black of `Grey Wolf, black`.
 */
function chosen(
  attribute: MarkedAttribute,
  short: Description,
  found: readonly string[]
): readonly string[] {
  const labelled = labelledBy(attribute)(short)
  if (
    labelled !== null &&
    (found.length === 0 ||
      found.some((value) => isOtherNumber(value, labelled, short)))
  ) {
    return [labelled]
  }
  const group = groupOf(attribute, short)
  if (group === undefined || group === "side") return found
  const own = meaningsIn(short, group)
  const meant = found.map((value) =>
    wordingsOf(value).flatMap(({ raw }) =>
      raw.flatMap((word) => meaningsOf(word, group))
    )
  )
  return meant.flat().length === 0
    ? found
    : found.filter((_, at) => meant[at]?.some((meaning) => own.has(meaning)))
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
 * Where nothing tells the value of the short item: whether a candidate's title
 * tells nothing else, and says the same of side, colour and the like.
 */
function untoldRule(
  attribute: MarkedAttribute,
  short: Description,
  kin: readonly string[]
): MetBy {
  const figures: readonly string[] = short.text.match(/\d+(?:\.\d+)?/g) ?? []
  const areFigures = kin.some((value) => /\d/.test(value))
  // Goods of the kind differ in it, and nothing tells in what these are.
  const differ = kin.some((value) => !isMet(kin[0] ?? "", short, value))
  const codes = codesIn(short)
  const [named, bare] = bareIn(short)
  const isUntold = (candidate: Description) => {
    const measured = measuredBy(attribute, candidate)
    // `IR-250` is one of 250 W.
    if (measured) return figures.includes(String(measured.value))
    if (kin.some((value) => isMet(value, candidate, null))) return false
    if (!areFigures) return !differ
    const [itsNamed, itsBare] = bareIn(candidate)
    return (
      (!differ || named.length + bare.length > 0) &&
      isShared(named, itsNamed) &&
      isShared(bare, itsBare) &&
      [...codesIn(candidate)].every(
        ([form, figure]) => (codes.get(form) ?? figure) === figure
      )
    )
  }
  return (candidate, has) => {
    const isSaid = saysTheSame(attribute, short, candidate)
    // `RAL 9010 white` is no `RAL 9016 white`.
    return isSaid !== null && !areFigures
      ? isSaid
      : isSaid !== false && has === null && isUntold(candidate)
  }
}

/** Codes, and sizes and figures without a unit: what an unknown value may be. */
const bareIn = ({ wording }: Description) =>
  [
    wording.raw.filter((word) => /\d/.test(word)),
    [...wording.numbers, ...wording.sizes],
  ] as const

/** Either both are empty, or one contains the other. */
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
  if (group === undefined) return null
  if (group === "side") {
    const its = candidate.concepts.get(group)
    return [...(short.concepts.get(group) ?? [])].every((side) =>
      its?.has(side)
    )
  }
  const own = meaningsIn(short, group)
  const its = meaningsIn(candidate, group)
  return (
    [...own].every((meaning) => its.has(meaning)) &&
    // What is for cats and dogs is for cats; black and white is not black.
    (group !== "colour" || its.size === own.size)
  )
}

/**
 * What a title says of a concept: the last word of it, as a make or a series
 * comes before, with those that are joined to it; not what is beside, `with a
 * wooden handle`.
 */
function meaningsIn(
  { wording: { raw }, concepts }: Description,
  group: ConceptGroup
): ReadonlySet<string> {
  const meant = raw.map((word) => meaningsOf(word, group))
  const isOwn = (at: number) => {
    const before = raw[at - 1] ?? ""
    const isJoined = AND.has(before) && (meant[at - 2]?.length ?? 0) > 0
    return isJoined || !isBeside(before)
  }
  let at = raw.length - 1
  while (at >= 0 && !(meant[at]?.length && isOwn(at))) at--
  if (at < 0) return concepts.get(group) ?? new Set()
  const found = new Set(meant[at])
  // `black and white`, `біло-синя`
  while (at > 0) {
    at -= AND.has(raw[at - 1] ?? "") ? 2 : 1
    const its = meant[at] ?? []
    if (its.length === 0) break
    its.forEach((meaning) => found.add(meaning))
  }
  return found
}

const meaningsOf = (word: string, group: ConceptGroup): readonly string[] =>
  group === "colour"
    ? [colourOf(word) ?? []].flat()
    : conceptsOf(word).flatMap(([of, meaning]) =>
        of === group ? [meaning] : []
      )

const groupOf = (attribute: MarkedAttribute, short: Description) =>
  CONCEPTS.find(
    ([group, called]) =>
      isCalled(attribute, called) && short.concepts.has(group)
  )?.[0]

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
