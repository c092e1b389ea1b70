import { plainOnce as plain, remembered } from "./letters"
import type { Description } from "./description"
import type { Quantity } from "./quantities"
import { isOtherModel, isSame, isWithin } from "./same-wording"
import { colourOf } from "./vocabulary"
import { isLetterSize, type Wording, wordingsOf } from "./wording"

/** Whether a candidate has a value, which the shop keeps or its title tells. */
export function isMet(
  wanted: string,
  candidate: Description,
  has: string | null
): boolean {
  if (has !== null) {
    if (compact(has) === compact(wanted)) return true
    if (isFigureOf(has, wanted) || isFigureOf(wanted, has)) return true
  }
  const isSigned = isOfSign(wanted, has ?? candidate.text)
  if (isSigned !== null) return isSigned
  const pair = pairOf(wanted)
  if (pair) return isSamePair(pair, has ?? candidate.text)
  const alternatives = wordingsOf(wanted)
  if (has !== null) {
    return isSameValue(alternatives, wordingsOf(has))
  }
  const text = candidate.wording
  return (
    (isWritten(wanted, candidate) ||
      isAgeIn(candidate.text, alternatives) ||
      alternatives.some((one) => isWithin(one, text))) &&
    !alternatives.some(
      (one) => saysAlso(one, text) || isOtherModel(one, candidate.text)
    ) &&
    !(LIST.test(candidate.text) && !LIST.test(plain(wanted)))
  )
}

/** `5, 6, 8, 10 мм`: a set of several. */
const LIST = /(?<![\p{L}\d.])\d+(?:\.\d+)?, \d+(?:\.\d+)?, \d/u

/** `6+` is from six years on. */
function isAgeIn(text: string, [one]: readonly Wording[]): boolean {
  const [age] = one?.quantities ?? []
  const [, years] =
    /(?<![\p{L}\d.,-])(\d{1,2})\s?\+(?![\d\s]*\d)/u.exec(text) ?? []
  return (
    age?.dimension === "months" &&
    age.to === undefined &&
    Number(years) * 12 === age.value
  )
}

/** `5`, kept elsewhere as `5 мкм`. */
function isFigureOf(bare: string, value: string): boolean {
  const { quantities, words, numbers, sizes } = wordingsOf(value)[0] ?? {}
  return (
    BARE.test(plain(bare)) &&
    quantities?.length === 1 &&
    words?.length === 0 &&
    numbers?.length === 0 &&
    sizes?.length === 0 &&
    Number(plain(bare)) === Number(/^\d+(?:\.\d+)?/.exec(plain(value))?.[0])
  )
}

const BARE = /^\d+(?:\.\d+)?$/

/** Figures with a sign, such as the power of a lens: `-2.00` is `-2,0`. */
const signedIn = remembered((text): readonly number[] => {
  const found = plain(text).matchAll(
    /(?<![\p{L}\d.)]|\d\s)[+-]\d+(?:\.\d+)?(?![\d%-])/gu
  )
  return [...new Set([...found].map(([figure]) => Number(figure)))]
})

/** Whether a text has the figure with its sign; null if the value has none. */
export function isOfSign(value: string, text: string): boolean | null {
  const sign = signedIn(value)
  return sign.length === 1 ? signedIn(text).join() === sign.join() : null
}

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
 * `205/55 R16`, `205/55R16`. A range that begins or ends with it is another. One of
 * capitals, such as a keyboard's `US`, stands in the title as it is.
 */
export function isWritten(
  value: string,
  { text, variant }: Description
): boolean {
  const code = codeOf(value)
  return code !== null && code.test(CAPITALS.test(value) ? variant.title : text)
}

const CAPITALS = /^\p{Lu}{2,3}$/u

const codeOf = remembered((value): RegExp | null => {
  if (CAPITALS.test(value)) {
    return new RegExp(`(?<![\\p{L}\\d-])${value}(?![\\p{L}\\d-])`, "u")
  }
  const parts = plain(value).match(/\p{L}+|\d+(?:\.\d+)?/gu) ?? []
  const isCode =
    parts.length > 1 &&
    parts.some((part) => /\d/.test(part)) &&
    parts.some((part) => /\p{L}/u.test(part)) &&
    parts.every((part) => part.length <= 4)
  if (!isCode) return null
  const code = parts.map((part) => part.replace(".", "\\.")).join("[\\s/-]*")
  return new RegExp(
    `(?<![\\p{L}\\d.]|\\d\\s?-\\s?)${code}(?![\\p{L}\\d]|\\.\\d|\\s?-\\s?\\d|\\s?(?:eq|екв|экв))`,
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
  // Of `65 W (45W + 20W)`, the largest.
  const isPart = quantities.some(
    ({ dimension, value }) =>
      dimension === "power" &&
      text.quantities.some(
        (its) => its.dimension === dimension && its.value > value * 1.01
      )
  )
  if (isPart) return true
  if (
    raw.some(isLetterSize) &&
    text.raw.some((size) => isLetterSize(size) && !raw.includes(size))
  ) {
    return true
  }
  const colours = raw.flatMap((word) => colourOf(word) ?? [])
  const isOther = (colour: string | undefined) =>
    colour !== undefined && !colours.includes(colour)
  if (colours.length > 0 && text.raw.some((word) => isOther(colourOf(word)))) {
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

/** `USB-C / Lightning`, `HDMI - mini HDMI`: two ends, both of which count. */
function pairOf(value: string): readonly string[] | null {
  const text = plain(value)
  const parts = text.split(CONNECTOR.test(text) ? BETWEEN : /\s*\/\s*/)
  return parts.length === 2 && parts.every((part) => END.test(part))
    ? parts
    : null
}

const CONNECTOR =
  /(?<!\p{L})(?:usb|hdmi|displayport|dvi|vga|lightning|jack|schuko|c13)(?!\p{L})/u
const BETWEEN = /\s*\/\s*|\s+(?:-|to|на)\s+/
const END = /^(?:(?:mini|micro)[\s-])?\p{L}[\p{L}\d-]*$/u
/** What makes another of a connector of that name. */
const SMALLER = /(?<!\p{L})(?:mini|micro)(?!\p{L})/gu

function isSamePair(pair: readonly string[], text: string): boolean {
  const said = plain(text)
  return (
    timesIn(said, SMALLER) === timesIn(pair.join(" "), SMALLER) &&
    pair.every(
      (part) =>
        timesIn(
          said,
          new RegExp(`(?<![\\p{L}\\d])${part}(?!\\p{L}|-c(?!\\p{L}))`, "gu")
        ) >= pair.filter((one) => one === part).length
    )
  )
}

const timesIn = (text: string, what: RegExp) => text.match(what)?.length ?? 0
