import { type Description, optionValues } from "./description"
import { likeness, plain as asPlain, remembered, stem } from "./letters"
import type { MarkedAttribute } from "./product"
import { measure, type Quantity } from "./quantities"
import { isSame, isWithin } from "./same-wording"
import type { ConceptGroup } from "./vocabulary"
import { type Wording, wordingOf, wordingsOf } from "./wording"

/** Of keys and values, which come again for every candidate. */
const plain = remembered(asPlain)

/**
 * Whether a marked attribute of a candidate equals that of the short item. What
 * can be read nowhere is not equal; if the short item has none, it is met.
 */
export function markedRule(
  attribute: MarkedAttribute,
  short: Description,
  known: readonly string[]
): (candidate: Description) => boolean {
  const own = valueOf(attribute, short)
  const withUnit = unitFor(attribute)
  const count = own === null ? countOf(attribute, short) : null
  const wanted = (
    own !== null
      ? [own]
      : count !== null
        ? [String(count)]
        : valuesInTitle(attribute, short, known)
  ).map(withUnit)
  const isMetBy = isFreedom(attribute)
    ? (candidate: Description, has: string | null) =>
        isAsFree(wanted, own, short, candidate, has, known)
    : (candidate: Description, has: string | null) =>
        wanted.length > 0
          ? wanted.every((value) => isMet(value, candidate, has))
          : saysTheSame(attribute, short, candidate, has)
  return (candidate) => {
    const has =
      valueOf(attribute, candidate) ??
      (count === null
        ? null
        : (countOf(attribute, candidate)?.toString() ?? null))
    return isMetBy(candidate, has === null ? null : withUnit(has))
  }
}

/** What the title says of it where the shop keeps no value: `right hand`. */
function saysTheSame(
  attribute: MarkedAttribute,
  short: Description,
  candidate: Description,
  has: string | null
): boolean {
  const group = CONCEPTS.find(([, called]) => isCalled(attribute, called))?.[0]
  const own = group && short.concepts.get(group)
  if (!own) return has === null
  const its = candidate.concepts.get(group)
  return its !== undefined && [...own].every((meaning) => its.has(meaning))
}

/** Attributes that shops mark, whose values are known in all languages. */
const CONCEPTS: readonly [ConceptGroup, RegExp][] = [
  ["side", /(?<!\p{L})(?:hand|side|рука|ръка|сторона|страна|бік)(?!\p{L})/iu],
  ["colour", /colou?r|колір|цвет|цвят/iu],
  ["material", /material|матеріал|материал/iu],
  ["animal", /animal|тварин|животн/iu],
  ["season", /season|сезон/iu],
]

/** `9 скорости` where the shop keeps the attribute under `Скорости`. */
function countOf(
  { name, keys }: MarkedAttribute,
  { counts }: Description
): number | null {
  const names = [name, ...keys].map((key) => stem(plain(key)))
  return (
    counts.find((one) => names.some((its) => likeness(its, one.stem) >= 0.7))
      ?.number ?? null
  )
}

/** What a number without a unit counts is told by the attribute's name. */
const UNITS_OF: readonly [name: RegExp, unit: string][] = [
  [/(?<!\p{L})(?:age|вік|возраст|възраст)/u, "years"],
  [/piece|count|шт|кільк|колич|брой|детал|елемент|элемент/u, "pcs"],
]

const BARE = /^\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?\+?$/

/** Adds that unit to a value that is a number alone. */
function unitFor({ name, keys }: MarkedAttribute): (value: string) => string {
  const unit = UNITS_OF.find(([called]) =>
    [name, ...keys].some((key) => called.test(plain(key)))
  )?.[1]
  return (value) => {
    const bare = unit === undefined ? "" : value.replace(",", ".").trim()
    return BARE.test(bare) ? `${bare.replace(/\s?\+$/, "")} ${unit}` : value
  }
}

function isMet(
  wanted: string,
  candidate: Description,
  has: string | null
): boolean {
  if (has !== null && compact(has) === compact(wanted)) return true
  const sign = signedIn(wanted)
  if (sign.length === 1) {
    return signedIn(has ?? candidate.text).join() === sign.join()
  }
  const pair = pairOf(wanted)
  if (pair) return isSamePair(pair, has ?? candidate.text)
  const alternatives = wordingsOf(wanted)
  if (has !== null) {
    return isSameValue(alternatives, wordingsOf(has))
  }
  const text = candidate.wording
  return (
    (isWritten(wanted, candidate.text) ||
      alternatives.some((one) => isWithin(one, text, candidate.text))) &&
    !alternatives.some((one) => saysAlso(one, text))
  )
}

/** Figures with a sign, such as the power of a lens: `-2.00` is `-2,0`. */
const signedIn = remembered((text): readonly number[] => {
  const found = plain(text).matchAll(
    /(?<![\p{L}\d.)]|\d\s)[+-]\d+(?:\.\d+)?(?![\d%-])/gu
  )
  return [...new Set([...found].map(([figure]) => Number(figure)))]
})

/**
 * Of two values that are each written in several ways, such as `M (55-58 cm)`,
 * none of the ways that both use may differ.
 */
function isSameValue(
  ones: readonly Wording[],
  others: readonly Wording[]
): boolean {
  const equal = (a: Wording, b: Wording) => isSame(a, b) && isSame(b, a)
  const ways = new Set(ones.map(wayOf))
  return (
    ones.some((one) => others.some((other) => equal(one, other))) &&
    [...ways].every((way) => {
      const [own, its] = [ones, others].map((all) =>
        all.filter((one) => wayOf(one) === way)
      )
      return (
        !own?.length ||
        !its?.length ||
        own.some((one) => its.some((other) => equal(one, other)))
      )
    })
  )
}

function wayOf({ quantities, numbers, sizes }: Wording): string {
  return quantities.length > 0
    ? "quantity"
    : numbers.length + sizes.length > 0
      ? "number"
      : "word"
}

/** The letters and figures alone: `5W-30` and `5w30` are equal. */
const compact = remembered((value) =>
  plain(value).replace(/[^\p{L}\d.+]/gu, "")
)

/**
 * A code of letters and figures stands in a text, whatever is between its parts:
 * `205/55 R16`, `205/55R16`. A range that begins or ends with it is another.
 */
function isWritten(value: string, text: string): boolean {
  return codeOf(value)?.test(text) ?? false
}

const codeOf = remembered((value): RegExp | null => {
  const parts = plain(value).match(/\p{L}+|\d+(?:\.\d+)?/gu) ?? []
  const isCode =
    parts.length > 1 &&
    parts.some((part) => /\d/.test(part)) &&
    parts.every((part) => part.length <= 4)
  if (!isCode) return null
  const code = parts.map((part) => part.replace(".", "\\.")).join("[\\s/-]*")
  return new RegExp(
    `(?<![\\p{L}\\d.]|\\d\\s?-\\s?)${code}(?![\\p{L}\\d]|\\.\\d|\\s?-\\s?\\d)`,
    "u"
  )
})

/** Of these a thing has one; two figures are a range, or two things. */
const SINGLE: readonly Quantity["dimension"][] = ["storage", "charge", "dose"]

/** `E27` in a text that names `E14` as well: it may be either. */
function saysAlso({ raw, quantities }: Wording, text: Wording): boolean {
  const isAmbiguous = quantities.some(
    ({ dimension }) =>
      SINGLE.includes(dimension) &&
      new Set(
        text.quantities
          .filter((its) => its.dimension === dimension)
          .map(({ value }) => Math.round(value * 100))
      ).size > 1
  )
  if (isAmbiguous) return true
  if (
    raw.some((size) => LETTERS.test(size)) &&
    text.raw.some((size) => LETTERS.test(size) && !raw.includes(size))
  ) {
    return true
  }
  // `12"x13"` has no code.
  const lettersOf = (code: string) => /^(?!x\d)(\p{L}{1,3})\d/u.exec(code)?.[1]
  return raw.some((code) => {
    const letters = lettersOf(code)
    return (
      letters !== undefined &&
      text.raw.some(
        (other) => lettersOf(other) === letters && !raw.includes(other)
      )
    )
  })
}

/** `USB-C / Lightning`: two ends, both of which count. */
function pairOf(value: string): readonly string[] | null {
  const parts = plain(value).split(/\s*\/\s*/)
  return parts.length === 2 &&
    parts.every((part) => /^\p{L}[\p{L}\d-]+$/u.test(part))
    ? parts
    : null
}

function isSamePair(pair: readonly string[], text: string): boolean {
  const said = plain(text)
  return pair.every(
    (part) =>
      said.split(part).length - 1 >= pair.filter((one) => one === part).length
  )
}

/** Of allergens, what is in it counts as much as what it is free of. */
function isFreedom(attribute: MarkedAttribute): boolean {
  return isCalled(attribute, /allerg|алерг|аллерг/i)
}

const FREE =
  /without|без|free|гіпоалерг|гипоаллерг|хипоалерг|hypoallerg|антиалерг|антиаллерг|(?<!\p{L})no /iu

function isAsFree(
  wanted: readonly string[],
  noted: string | null,
  short: Description,
  candidate: Description,
  has: string | null,
  known: readonly string[]
): boolean {
  const parts = wanted.flatMap(partsOf)
  const text = candidate.wording
  const field = has === null ? null : asWording(has)
  const says = (part: string, where: Wording) =>
    wordingsOf(part).some((one) => isWithin(one, where))
  const isFree = (part: string) =>
    says(part, text) || (field !== null && says(part, field))
  if (!parts.filter((part) => FREE.test(part)).every(isFree)) return false
  const own = short.wording
  const contained = has === null ? known.flatMap(partsOf) : partsOf(has)
  return !contained.some(
    (part) =>
      !FREE.test(part) &&
      (has !== null || says(part, text)) &&
      !parts.some((one) => says(part, asWording(one))) &&
      // What the shop has noted of the short item is all that is in it.
      (noted !== null || !says(part, own))
  )
}

const asWording = remembered((value) => wordingOf(plain(value)))

function partsOf(value: string): string[] {
  return value
    .split(/[,;+]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** The value under one of the attribute's keys; of options before metadata. */
function valueOf(
  attribute: MarkedAttribute,
  { variant }: Description
): string | null {
  const keys = new Set(attribute.keys.map(plain))
  for (const source of [variant.options, variant.attributes]) {
    for (const [key, value] of Object.entries(source)) {
      if (
        keys.has(plain(key)) &&
        optionValues({ ...variant, options: { key: value } }).length > 0
      ) {
        return value
      }
    }
  }
  return null
}

/** Sizes in letters, of which a thing has one. */
const LETTERS = /^(?:x{0,3}s|m|x{0,4}l|[2-6]xl)$/

/** Sizes that a title can name without an option; `1.7 l` is none. */
const SIZE =
  /(?<![\p{L}\p{N}])(?:(?:size|sz|розмір|размер|р\.?|№|#|us|eu|рост|зріст)\s?\.?\s?(\d{1,3}(?:\.\d)?[t]?)|(?<!\p{N}\s?)(x{0,3}s|m|x{0,4}l|[2-6]xl|small|medium|large)|(a[0-6]))(?![\p{L}\p{N}])/u

/** Values that the shop uses elsewhere, or the form of a size. */
function valuesInTitle(
  attribute: MarkedAttribute,
  short: Description,
  known: readonly string[]
): string[] {
  const text = short.wording
  const isSize = isCalled(attribute, /size|розмір|размер/i)
  const [format] = isSize ? short.sizes : []
  const found = (isFreedom(attribute) ? known.flatMap(partsOf) : known)
    .filter((value) =>
      wordingsOf(value).some(
        (one) =>
          // `40x50 cm` is no `40 cm`.
          (format === undefined || one.sizes.includes(format)) &&
          isWithin(one, text, short.text)
      )
    )
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const [longest] = found
  if (longest !== undefined) {
    const isWorded = (value: string) =>
      /\p{L}{3}/u.test(value) && !/\d/.test(value)
    return isWorded(longest) ? found.filter(isWorded) : [longest]
  }
  if (format !== undefined) return [format]
  const dimensions = known.flatMap(
    (value) => measure(plain(value)).quantities[0]?.dimension ?? []
  )
  if (dimensions.length > 0 && dimensions.length >= known.length * 0.5) {
    const own = short.quantities.find(({ dimension }) =>
      dimensions.includes(dimension)
    )
    if (own) return [asText(own)]
  }
  const named = DIMENSIONS.find(([called]) => isCalled(attribute, called))?.[1]
  const [largest] = short.quantities
    .filter(({ dimension }) => named?.includes(dimension))
    .sort((a, b) => b.value - a.value)
  if (largest) return [asText(largest)]
  if (isCalled(attribute, FITTING)) return fittedIn(short)
  if (!isSize) return []
  const [, number, letters, paper] = SIZE.exec(short.text) ?? []
  const size = number ?? letters ?? paper
  if (size !== undefined) return [size]
  // `Vest 70-90 kg` is for whom it fits; 1.7 l is how much goes in.
  const [range] = short.quantities.filter(
    ({ dimension, to }) => to !== undefined && dimension === "mass"
  )
  return range ? [asText(range)] : []
}

function isCalled({ name, keys }: MarkedAttribute, called: RegExp): boolean {
  return [name, ...keys].some((key) => called.test(key))
}

/** What an attribute of such a name measures, where the shop keeps no value. */
const DIMENSIONS: readonly [
  called: RegExp,
  dimensions: readonly Quantity["dimension"][],
][] = [
  [/length|довжин|длин|дължин/iu, ["length", "inches"]],
  [/diameter|діаметр|диаметр|диаметър/iu, ["length", "inches"]],
  [/power|потужн|мощн/iu, ["power"]],
  [/volt|напруг|напряж|напреж/iu, ["voltage"]],
  [/volume|об.єм|объ?ем|обем/iu, ["volume"]],
  [/weight|вага|(?<!\p{L})вес|тегло/iu, ["mass"]],
]

const FITTING =
  /^fit|compat|model|модел|сумісн|совмест|съвмест|підход|подход|пасва/i

/** `Coil for Terion X4`: a make and a model's code, or the only code there is. */
function fittedIn({ variant, codes }: Description): string[] {
  const [, ...served] = variant.title.split(FOR)
  const models = served.flatMap((text) => {
    const [first = ""] = text.split(/[,;()]/)
    const words = first.split(/\s+/)
    const end = words.findIndex((word) => !/^[\p{Lu}\d]/u.test(word))
    const name = end === -1 ? words : words.slice(0, end)
    const code = name.findIndex((word) => /\d/.test(word))
    return code > 0 ? [name.slice(0, code + 1).join(" ")] : []
  })
  return models.length > 0
    ? models.slice(0, 1)
    : codes.length === 1
      ? [...codes]
      : []
}

const FOR = /(?<!\p{L})(?:for|fits|для|до|за|на|к|към)\s/iu

const SYMBOL: Partial<Record<Quantity["dimension"], string>> = {
  volume: "l",
  mass: "g",
  dose: "mg",
  units: "iu",
  length: "mm",
  inches: "inch",
  power: "w",
  voltage: "v",
  charge: "mah",
  current: "a",
  temperature: "k",
  micron: "micron",
  pieces: "pcs",
  months: "mo",
  percent: "%",
  storage: "gb",
}

function asText({ dimension, value, to }: Quantity): string {
  return `${value}${to === undefined ? "" : `-${to}`} ${SYMBOL[dimension] ?? ""}`
}
