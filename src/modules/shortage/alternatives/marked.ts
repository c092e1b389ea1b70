import { type Description, optionValues } from "./description"
import { likeness, plain, stem } from "./letters"
import type { MarkedAttribute } from "./product"
import { measure, type Quantity } from "./quantities"
import { meansTheSame } from "./synonyms"
import { type ConceptGroup, conceptsOf, isWithout } from "./vocabulary"

/**
 * One way in which a value can be written: `46-48 (M)` has two, which mean the
 * same. Of a list, such as `dairy-free, soy-free`, all parts must be met.
 */
interface Wording {
  readonly words: readonly string[]
  /** The text of each word before it was stemmed. */
  readonly raw: readonly string[]
  readonly numbers: readonly string[]
  readonly sizes: readonly string[]
  readonly quantities: readonly Quantity[]
}

/** Words after a model's name that make another model of it. */
const MODEL_SUFFIXES = new Set(
  "pro max plus mini ultra lite fe air se".split(" ")
)

/** Words that name the attribute and not its value. */
const NAMES =
  /^(size|sz|розмір|размер|р|розм|зріст|рост|тон|колір|цвят|цвет|color|us|eu|uk|ua|no|тип|шкір\p{L}*|кож\p{L}*|skin|мовою|мова|языке?|на|для|за|for|of|років|compatible|original|added|добавлен\p{L}*|доданого|добавена?|вміст\p{L}*|съдържа\p{L}*|содерж\p{L}*|contains?)$/u

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
  const wanted = own === null ? valuesInTitle(attribute, short, known) : [own]
  const isMetBy = isFreedom(attribute)
    ? (candidate: Description, has: string | null) =>
        isAsFree(wanted, short, candidate, has, known)
    : (candidate: Description, has: string | null) =>
        wanted.every((value) => isMet(value, candidate, has))
  return (candidate) => isMetBy(candidate, valueOf(attribute, candidate))
}

function isMet(
  wanted: string,
  candidate: Description,
  has: string | null
): boolean {
  const pair = pairOf(wanted)
  if (pair) return isSamePair(pair, has ?? candidate.text)
  const alternatives = wordingsOf(wanted)
  if (has !== null) {
    const others = wordingsOf(has)
    return alternatives.some((one) =>
      others.some((other) => isSame(one, other) && isSame(other, one))
    )
  }
  const text = wholeOf(candidate)
  return alternatives.some((one) => isWithin(one, text, candidate.text))
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
function isFreedom({ name, keys }: MarkedAttribute): boolean {
  return [name, ...keys].some((key) => /allerg|алерг|аллерг/i.test(key))
}

const FREE =
  /without|без|free|гіпоалерг|гипоаллерг|хипоалерг|hypoallerg|антиалерг|антиаллерг|(?<!\p{L})no /iu

function isAsFree(
  wanted: readonly string[],
  short: Description,
  candidate: Description,
  has: string | null,
  known: readonly string[]
): boolean {
  const parts = wanted.flatMap(partsOf)
  const text = wholeOf(candidate)
  const field = has === null ? null : wordingOf(plain(has))
  const says = (part: string, where: Wording) =>
    wordingsOf(part).some((one) => isWithin(one, where))
  const isFree = (part: string) =>
    says(part, text) || (field !== null && says(part, field))
  if (!parts.filter((part) => FREE.test(part)).every(isFree)) return false
  const own = wholeOf(short)
  const contained = has === null ? known.flatMap(partsOf) : partsOf(has)
  return !contained.some(
    (part) =>
      !FREE.test(part) &&
      (has !== null || says(part, text)) &&
      !parts.some((one) => says(part, wordingOf(plain(one)))) &&
      !says(part, own)
  )
}

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

/** Sizes that a title can name without an option. */
const SIZE =
  /(?<![\p{L}\p{N}])(?:(?:size|sz|розмір|размер|р\.?|№|#|us|eu|рост|зріст)\s?\.?\s?(\d{1,3}(?:\.\d)?[t]?)|(x{0,3}s|m|x{0,4}l|[2-6]xl|small|medium|large)|(a[0-6]))(?![\p{L}\p{N}])/u

/** Values that the shop uses elsewhere, or the form of a size. */
function valuesInTitle(
  attribute: MarkedAttribute,
  short: Description,
  known: readonly string[]
): string[] {
  const text = wholeOf(short)
  const found = (isFreedom(attribute) ? known.flatMap(partsOf) : known)
    .filter((value) =>
      wordingsOf(value).some((one) => isWithin(one, text, short.text))
    )
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const [longest] = found
  if (longest !== undefined) {
    const isWorded = (value: string) =>
      /\p{L}{3}/u.test(value) && !/\d/.test(value)
    return isWorded(longest) ? found.filter(isWorded) : [longest]
  }
  const dimensions = known.flatMap(
    (value) => measure(plain(value)).quantities[0]?.dimension ?? []
  )
  if (dimensions.length > 0 && dimensions.length >= known.length * 0.5) {
    const own = short.quantities.find(({ dimension }) =>
      dimensions.includes(dimension)
    )
    if (own) return [asText(own)]
  }
  if (
    !attribute.keys
      .concat(attribute.name)
      .some((key) => /size|розмір|размер/i.test(key))
  ) {
    return []
  }
  if (short.sizes[0] !== undefined) return [short.sizes[0]]
  const [, number, letters, paper] = SIZE.exec(short.text) ?? []
  const size = number ?? letters ?? paper
  return size === undefined ? [] : [size]
}

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

function wordingsOf(value: string): Wording[] {
  const text = plain(value)
  const parts = text
    .split(/[()]|(?<=\d\p{L}?)\s\/\s(?=.*\d)/u)
    .map((part) => part.trim())
    .filter(Boolean)
  return (parts.length > 1 ? [...parts] : [text])
    .map(wordingOf)
    .filter(
      ({ words, numbers, sizes, quantities }) =>
        words.length + numbers.length + sizes.length + quantities.length > 0
    )
}

const LETTER_SIZES: Readonly<Record<string, string>> = {
  small: "s",
  medium: "m",
  large: "l",
}

function wordingOf(text: string): Wording {
  const jeans = text.replace(/w(\d{2})\s?[/x ]?\s?l(\d{2})/g, "$1x$2")
  const { quantities, sizes, rest } = measure(jeans)
  const tokens = [
    ...rest.matchAll(/\p{L}+\d*\p{L}*|\d+(?:\.\d+)?(?:-\d+)?\p{L}?\+?/gu),
  ]
    .map(([token]) => LETTER_SIZES[token] ?? token)
    .flatMap((token, at, all) =>
      isWithout(token)
        ? []
        : isWithout(all[at - 1] ?? "")
          ? [`!${token}`]
          : [token]
    )
  const raw = tokens.filter(
    (token) => /^!?\p{L}/u.test(token) && !NAMES.test(token)
  )
  return {
    words: raw.map((word) => stem(word.replace("!", ""))),
    raw,
    numbers: tokens
      .filter((token) => /^\d/.test(token))
      .map((one) => one.replace("+", "")),
    sizes,
    quantities,
  }
}

/** Of each description once. */
const WHOLES = new WeakMap<Description, Wording>()

function wholeOf(description: Description): Wording {
  const known = WHOLES.get(description)
  if (known) return known
  const own = wordingOf(description.text)
  const whole = {
    ...own,
    quantities: [...own.quantities, ...description.quantities],
    sizes: [...own.sizes, ...description.sizes],
  }
  WHOLES.set(description, whole)
  return whole
}

/** Everything that one wording says, the other says too. */
function isSame(one: Wording, other: Wording): boolean {
  const hasNumbers = one.numbers.length > 0 && other.numbers.length > 0
  if (hasNumbers && one.numbers.join() !== other.numbers.join()) return false
  if (one.sizes.length > 0 && other.sizes.length > 0) {
    if (
      !one.sizes.some((size) =>
        other.sizes.some((its) => isSameSize(size, its))
      )
    )
      return false
  }
  return isWithin(one, other) && !(suffixOf(one) !== suffixOf(other))
}

function suffixOf({ raw }: Wording): string {
  return raw.filter((word) => MODEL_SUFFIXES.has(word)).join()
}

function isWithin(one: Wording, text: Wording, whole?: string): boolean {
  return (
    one.numbers.every(
      (number) =>
        text.numbers.includes(number) ||
        text.quantities.some(
          ({ dimension, value }) =>
            dimension === "inches" && value === Number(number)
        ) ||
        text.quantities.some(
          ({ dimension, value }) =>
            dimension === "length" &&
            (value === Number(number) || value === Number(number) * 10)
        ) ||
        text.raw.some(
          (word) => word.replace(/^\p{L}{1,3}(?=\d)/u, "") === number
        )
    ) &&
    one.sizes.every((size) =>
      text.sizes.some((its) => isSameSize(size, its))
    ) &&
    one.quantities.every(
      (quantity) =>
        text.quantities.some((its) => isSameQuantity(quantity, its)) ||
        isNumberOf(quantity, text)
    ) &&
    decisive(one).every((at) =>
      isNamed(one.words[at] ?? "", one.raw[at] ?? "", text)
    ) &&
    !(whole !== undefined && isOtherModel(one, whole))
  )
}

/** A figure without its unit: `125/1100`, `d28`. */
function isNumberOf(
  { dimension, value, to }: Quantity,
  text: Wording
): boolean {
  if (to !== undefined || !["length", "inches", "micron"].includes(dimension))
    return false
  const figures = [value, value / 10].map(String)
  return (
    text.numbers.some((number) => figures.includes(number)) ||
    text.words.some((word) =>
      figures.some((figure) => /^[dfø]/.test(word) && word.slice(1) === figure)
    ) ||
    text.sizes.some((size) => figures.includes(size.split(/[x/]/)[0] ?? ""))
  )
}

/** Of a name with a code, `Galaxy A54`, the code and what follows it. */
function decisive({ raw }: Wording): number[] {
  const all = raw.map((_, at) => at)
  const code = raw.findIndex((word) => /^\p{L}{1,4}\d/u.test(word))
  return code === -1 ? all : all.filter((at) => at >= code)
}

function isOtherModel(one: Wording, whole: string): boolean {
  if (one.numbers.length === 0 && !one.raw.some((word) => /\d/.test(word)))
    return false
  const last = one.numbers.at(-1) ?? one.raw.at(-1) ?? ""
  const after = new RegExp(
    `(?<![\\p{L}\\d])${last.replace(/[.+]/g, "\\$&")}\\s+(\\p{L}+)`,
    "u"
  ).exec(whole)?.[1]
  return (
    after !== undefined && MODEL_SUFFIXES.has(after) && !one.raw.includes(after)
  )
}

function isSameSize(a: string, b: string): boolean {
  const one = a.split(/[x/]/)
  const other = b.split(/[x/]/)
  return one.every(
    (figure, at) => other[at] === undefined || other[at] === figure
  )
}

function isSameQuantity(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== b.dimension) return false
  const isRange = a.to !== undefined && b.to !== undefined
  const close = (x: number, y: number) =>
    Math.min(x, y) >= Math.max(x, y) * (isRange ? 0.84 : 0.97)
  if (isRange)
    return (
      (close(a.value, b.value) && close(a.to ?? 0, b.to ?? 0)) ||
      a.dimension === "voltage"
    )
  if (a.to !== undefined) return b.value >= a.value && b.value <= a.to
  if (b.to !== undefined) return a.value >= b.value && a.value <= b.to
  return close(a.value, b.value)
}

/** Nearly letter for letter: `суха`, `сухая`. */
const LIKE = 0.8

function isNamed(word: string, raw: string, text: Wording): boolean {
  const meanings: readonly [ConceptGroup, string][] = conceptsOf(raw)
  return (
    text.words.some((its, at) => {
      if (raw.startsWith("!") !== text.raw[at]?.startsWith("!")) return false
      if (word === its || meansTheSame(word, its)) return true
      if (word.length < 3 || its.length < 3) return false
      if (likeness(word, its) >= LIKE) return true
      if (its.length >= 3 && its.length <= 4 && word.startsWith(its))
        return true
      const other = conceptsOf(text.raw[at] ?? its)
      return meanings.some(([group, meaning]) =>
        other.some(([g, m]) => g === group && m === meaning)
      )
    }) || isInitials(word, text)
  )
}

/** `SL` for `Slim Line`, either way round. */
function isInitials(word: string, { raw }: Wording): boolean {
  return raw.some(
    (one, at) =>
      word.length === 2 &&
      one.startsWith(word[0] ?? "") &&
      (raw[at + 1] ?? "").startsWith(word[1] ?? "")
  )
}
