import { likeness, remembered } from "./letters"
import type { Quantity } from "./quantities"
import { meansTheSame } from "./synonyms"
import { type ConceptGroup, conceptsOf } from "./vocabulary"
import type { Wording } from "./wording"

/** Words before or after a model's number that make another model of it. */
const MODEL_WORDS = new Set(
  "pro max plus mini ultra lite fe air se note power stylus edge fold flip".split(
    " "
  )
)

const IN_LATIN: Readonly<Record<string, string>> = {
  про: "pro",
  макс: "max",
  плюс: "plus",
  міні: "mini",
  мини: "mini",
  ультра: "ultra",
  лайт: "lite",
  нот: "note",
}
const inLatin = (word: string) => IN_LATIN[word] ?? word

/** Everything that one wording says, the other says too. */
export function isSame(one: Wording, other: Wording): boolean {
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
  return (
    isWithin(one, other) &&
    suffixOf(one) === suffixOf(other) &&
    !isOtherMake(one, other)
  )
}

/** `Galaxy A54` and `Redmi A54`: what names a code names two things. */
function isOtherMake(one: Wording, other: Wording): boolean {
  const makes = (wording: Wording) =>
    wording.words.slice(0, decisive(wording)[0] ?? 0)
  const others = makes(other)
  return (
    makes(one).length > 0 &&
    others.length > 0 &&
    !makes(one).some((make) =>
      others.some((its) => likeness(make, its) >= LIKE)
    )
  )
}

function suffixOf({ raw }: Wording): string {
  return modelWordsOf(raw).join()
}

export function isWithin(one: Wording, text: Wording, whole?: string): boolean {
  return (
    one.numbers.every(
      (number) =>
        text.numbers.includes(number) ||
        text.quantities.some(
          ({ dimension, value }) =>
            (dimension === "inches" || dimension === "grade") &&
            value === Number(number)
        ) ||
        text.quantities.some(
          ({ dimension, value }) =>
            dimension === "length" &&
            (value === Number(number) || value === Number(number) * 10)
        ) ||
        text.quantities.some(
          ({ value, to }) =>
            to !== undefined &&
            SCALES.some((by) => number === `${value / by}-${to / by}`)
        ) ||
        text.raw.some(
          // `PN20` is the pressure that a pipe stands.
          (word) => word.replace(/^(?!pn)\p{L}{1,3}(?=\d)/u, "") === number
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

/** Of a range in mm and in months, what the figures may have been written in. */
const SCALES = [1, 10, 1000, 12] as const

/** A figure without its unit: `125/1100`, `d28`. */
function isNumberOf(
  { dimension, value, to }: Quantity,
  text: Wording
): boolean {
  if (to !== undefined) {
    return SCALES.some((by) =>
      text.numbers.includes(`${value / by}-${to / by}`)
    )
  }
  if (!["length", "inches", "micron"].includes(dimension)) return false
  const figures = [value, value / 10].map(String)
  const isMeasured = text.quantities.some((its) => its.dimension === dimension)
  return (
    (!isMeasured && text.numbers.some((number) => figures.includes(number))) ||
    text.words.some((word) =>
      figures.some((figure) => /^[dfø]/.test(word) && word.slice(1) === figure)
    ) ||
    text.sizes.some((size) => figures.includes(size.split("x")[0] ?? ""))
  )
}

/** Of a name with a code, `Galaxy A54`, the code and what follows it. */
function decisive({ raw }: Wording): number[] {
  const all = raw.map((_, at) => at)
  const code = raw.findIndex((word) => /^\p{L}{1,4}\d/u.test(word))
  return code === -1 ? all : all.filter((at) => at >= code)
}

/**
 * Whether a text names another model of the wanted name: `iPhone 15 Pro Max`,
 * or `Pro Armor for iPhone 15`, of an `iPhone 15 Pro`; `Redmi Note 12` of a
 * `Redmi 12`.
 */
export function isOtherModel(
  { raw, numbers }: Wording,
  whole: string
): boolean {
  const last = numbers.at(-1) ?? raw.filter((word) => /\d/.test(word)).at(-1)
  if (last === undefined || raw.length === 0) return false
  const own = modelWordsOf(raw)
  const mentions = [...whole.matchAll(mentionOf(last))]
  return (
    mentions.length > 0 &&
    mentions.every(([, before = "", after = ""]) => {
      const named = before.replace(/(?:size|розмір|размер) $/u, "").trim()
      const its = modelWordsOf([
        ...firstModelWords(named.split(" ").reverse()),
        ...suffixesFirstIn(after),
      ])
      return (
        its.some((word) => !own.includes(word)) ||
        own.some((word) => !its.includes(word))
      )
    })
  )
}

/** A number with the words around it. */
const mentionOf = remembered(
  (number) =>
    new RegExp(
      `((?:\\p{L}+ ){0,3})(?<![\\p{L}\\d.])${number.replace(/[.+]/g, "\\$&")}(?![\\p{L}\\d]|\\.\\d)((?: \\p{L}+){0,3})`,
      "gu"
    )
)

const modelWordsOf = (words: readonly string[]) =>
  words.map(inLatin).filter((word) => MODEL_WORDS.has(word))

/** The words that belong to a model's name, of those that follow its code. */
export function suffixesFirstIn(text: string): string[] {
  return firstModelWords(text.trim().split(/\s+/))
}

function firstModelWords(words: string[]): string[] {
  const end = words.findIndex((word) => !MODEL_WORDS.has(inLatin(word)))
  return end === -1 ? words : words.slice(0, end)
}

function isSameSize(a: string, b: string): boolean {
  const one = a.split(/[x/]/)
  const other = b.split(/[x/]/)
  return (
    one.length === other.length &&
    one.every((figure, at) => other[at] === figure)
  )
}

function isSameQuantity(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== b.dimension) {
    const isLength = ({ dimension }: Quantity) =>
      dimension === "length" || dimension === "inches"
    return (
      isLength(a) &&
      isLength(b) &&
      a.to === undefined &&
      b.to === undefined &&
      close(inMillimetres(a), inMillimetres(b), INCH)
    )
  }
  // In place of what takes 230 V, nothing that does not.
  if (a.dimension === "voltage" && isFor230(a) && !isFor230(b)) return false
  if (a.to !== undefined && b.to !== undefined) {
    return (
      (close(a.value, b.value, RANGE) &&
        close(a.to, b.to, RANGE) &&
        overlapOf(a.value, a.to, b.value, b.to) >= 0.5) ||
      // What takes 100 to 240 V takes 220 to 240 V.
      (a.dimension === "voltage" && a.value <= b.to && b.value <= a.to)
    )
  }
  if (a.to === undefined && b.to === undefined) {
    return (
      close(a.value, b.value, a.isRounded || b.isRounded ? ROUNDED : EXACT) ||
      (a.dimension === "voltage" &&
        MAINS.some((of) => of.includes(a.value) && of.includes(b.value)))
    )
  }
  // Of voltages one is enough; what is for 3 months is not for 0 to 6.
  const [from, to, at] =
    a.to === undefined
      ? [b.value, b.to ?? b.value, a.value]
      : [a.value, a.to, b.value]
  return a.dimension === "voltage" && at >= from && at <= to
}

function close(x: number, y: number, least: number): boolean {
  return Math.min(x, y) >= Math.max(x, y) * least
}

const inMillimetres = ({ dimension, value }: Quantity) =>
  dimension === "inches" ? value * 25.4 : value

/** What one socket in a wall is said to give. */
const MAINS = [
  [220, 230, 240],
  [110, 115, 120],
]

/** The part of two ranges that both have. */
function overlapOf(from: number, to: number, a: number, b: number): number {
  return (
    (Math.min(to, b) - Math.max(from, a)) /
    (Math.max(to, b) - Math.min(from, a))
  )
}

const isFor230 = ({ value, to = value }: Quantity) => value <= 240 && to >= 220

/** How near two figures, and the ends of two ranges, are the same. */
const EXACT = 0.9999
const ROUNDED = 0.97
/** `9 inch` is 23 cm, 10 are 25. */
const INCH = 0.98
const RANGE = 0.84

/** Nearly letter for letter: `суха`, `сухая`. */
const LIKE = 0.8

function isNamed(word: string, raw: string, text: Wording): boolean {
  const meanings: readonly [ConceptGroup, string][] = conceptsOf(raw)
  // `Чорнило` begins as `чорний` does.
  const isColour = meanings.some(([group]) => group === "colour")
  return text.words.some((its, at) => {
    if (raw.startsWith("!") !== text.raw[at]?.startsWith("!")) return false
    // `A03s` is no `A03`, though it has the same stem.
    if (/\d/.test(raw)) return raw === text.raw[at]
    if (word === its) return true
    const other = conceptsOf(text.raw[at] ?? its)
    if (
      meanings.some(([group, meaning]) =>
        other.some(([g, m]) => g === group && m === meaning)
      )
    ) {
      return true
    }
    if (isColour || word.includes("-") || its.includes("-")) return false
    if (meansTheSame(word, its)) return true
    if (word.length < 3 || its.length < 3) return false
    if (likeness(word, its) >= LIKE) return true
    // `силік.`; but `поло` is a word of its own.
    return (
      its.length >= 3 &&
      its.length <= 4 &&
      !/\d/.test(word) &&
      its.length === text.raw[at]?.length &&
      word.startsWith(its)
    )
  })
}
