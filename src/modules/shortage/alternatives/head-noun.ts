import type { Description } from "./description"
import { likeness } from "./kind"
import { plain, remembered, stem } from "./letters"
import type { Statistics } from "./statistics"
import { conceptsOf, FOR, isWithout, WITH } from "./vocabulary"

/** A word of the part of a title that names the thing. */
interface NamingWord {
  readonly word: string
  readonly stem: string
  readonly isEnglish: boolean
}

/** Where a title has the noun that says what is sold, and the words around it. */
interface Naming {
  readonly words: readonly NamingWord[]
  readonly head: NamingWord
  /** Its place among the words. */
  readonly at: number
}

/**
 * The noun that heads a title: in English the last of the words that name the
 * thing, in the other languages the first. Null if none is found.
 */
function namingOf(
  title: string,
  { isBrand, isKind }: Statistics
): Naming | null {
  const words = namingWords(title)
  const isEnglish = words.every((word) => word.isEnglish)
  const own = words.flatMap((word, at) =>
    word.isEnglish === isEnglish && !isBrand(word.stem) ? [at] : []
  )
  const nouns = own.filter((at) => {
    const { word = "", stem: stemmed = "" } = words[at] ?? {}
    const lower = word.toLowerCase()
    if (lower.length < 3 || CONTAINER.test(lower)) return false
    const isConcept = conceptsOf(lower).length > 0
    return isEnglish
      ? /^[a-z][a-z-]+$/.test(lower) &&
          !/^\p{Lu}{2,}$/u.test(word) &&
          !DESCRIBING.test(lower) &&
          (!isConcept || isKind(stemmed))
      : !isAdjective(lower) && (!isConcept || at === own[0])
  })
  const startsLow = (at: number) => /^[a-z]/.test(words[at]?.word ?? "")
  const at = isEnglish
    ? // After a noun in lower case, a capital begins a make's name.
      (nouns.filter(startsLow).at(-1) ??
      nouns.filter((place) => isKind(words[place]?.stem ?? "")).at(-1) ??
      nouns.at(-1))
    : nouns[0]
  const head = at === undefined ? undefined : words[at]
  return at === undefined || !head ? null : { words, head, at }
}

/** A short item's title is asked for with each candidate. */
const KNOWN = new WeakMap<Description, Naming | null>()

function titleNaming(
  description: Description,
  statistics: Statistics
): Naming | null {
  const known = KNOWN.get(description)
  if (known !== undefined) return known
  const naming = namingOf(description.variant.title, statistics)
  KNOWN.set(description, naming)
  return naming
}

/** A figure with a unit, or a size: it stands between words and is none. */
const FIGURE =
  /(?<![\p{L}\d])[\d.,]+\s?(?:[x×х*/-]\s?[\d.,]+\s?)*(?:\p{L}{1,3}(?!\p{L})|-\p{L}+|[%"″°])?/gu

const END = /[,;:|(["«„+]|\s[-–—/]\s/u

const namingWords = remembered((title: string): readonly NamingWord[] => {
  const [first = ""] = title
    .replace(/\p{L}+[ -]free(?!\p{L})/giu, " ")
    .replace(FIGURE, " # ")
    .split(END)
    .filter((part) => /\p{L}{3}/u.test(part))
  const words = [...first.matchAll(/#|\p{L}[\p{L}\d'’-]*/gu)].map(
    ([word]) => word
  )
  const end = words.findIndex((word, at) => {
    const told = plain(word)
    return at > 0 && (FOR.has(told) || WITH.has(told) || isWithout(told))
  })
  return (end === -1 ? words : words.slice(0, end)).map((word) => ({
    word,
    stem: stem(plain(word)),
    isEnglish: /^[a-z#]/i.test(word),
  }))
})

/** So many of a thing, or a word for any device: what it is comes after. */
const CONTAINER =
  /^(?:machines?|devices?|systems?|units?|апарат|аппарат|прилад|прибор|пристрій|устройство|уред|машинка?|sets?|kits?|packs?|bundles?|pairs?|pcs|pieces?|набір|набор\p{L}{0,2}|комплект\p{L}{0,2}|пара|упаковк\p{L}|опаковк\p{L})$/u

const DESCRIBING =
  /(?:ed|able|ible|less|proof|ful|ous|ic|free|-style)$|^(?:size|style|type|edition|series|model|colou?r|plus|mini|max|and|body|only|new|the|of|original|dark|light|fit|mens|womens|kids)$/

/** An ending that adjectives have and nouns hardly ever. */
function isAdjective(word: string): boolean {
  return word.length > 3 && !NOUN.test(word) && ADJECTIVE.test(word)
}

const NOUN =
  /(?:[аеиоуюяієї]ние|тие|лие|клей|(?:осн|гол|дк|кор)ова|(?:ант|сц|ар)ена|вікно|окно|зерно|полотно|волокно)$/u

const ADJECTIVE =
  /(?:[иіы]й|ой|[ая]я|[ое]е|[иы]е|[бвгджзйклмнпрстфхцчшщь]н[аоеіи]|\p{L}{3}[ое]в[аеі]|(?:сь|зь|ць)к[аеі]|\p{L}[внрт]ск[аои]|еск[аои]|[гкх]і|[бвгджзклмнпрстфхцчшщ]ен|\p{L}{3}[ая]щ[аои]?|\p{L}{2}[ау]ем[аои]?|\p{L}{4}им[аои]?|\p{L}{3}[ое]в|\p{L}{4}ен[аои])$/u

const LIKE = 0.7

function isNamed({ stem: one }: NamingWord, names: readonly string[]): boolean {
  return names.some((name) => likeness(name, one) >= LIKE)
}

/**
 * Whether a candidate's title names the short thing only to say what the
 * candidate belongs to, while another noun heads it: `ножки конвектора`,
 * `shredder waste liners`, `блок для відеореєстратора`. No list of parts is
 * needed: what the short thing is called is read from its own title and type.
 */
export function isHeadedByAnother(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  const own = titleNaming(short, statistics)
  const its = titleNaming(candidate, statistics)
  const typed = short.variant.type
    ? namingOf(short.variant.type, statistics)
    : null
  // The end of an English title may tell a taste; its type does not.
  const names = (typed && own?.head.isEnglish ? [typed] : [own, typed]).flatMap(
    (naming) => (naming ? [naming.head.stem] : [])
  )
  if (!own || !its || isNamed(its.head, names)) return false
  if (
    isNamedAfterFor(candidate, names) ||
    (!its.words.some((word) => isNamed(word, names)) &&
      isForMake(short, candidate, own, statistics))
  ) {
    return true
  }
  if (own.words.some(({ stem: one }) => likeness(one, its.head.stem) >= LIKE)) {
    return false
  }
  const areTyped = short.type.length > 0 && candidate.type.length > 0
  if (areTyped && PACKAGING.test(its.head.word)) return false
  const isLow = /^\p{Ll}/u.test(its.head.word)
  if (isLow && haveOneModel(own, its, statistics)) return true
  return its.words.some((word, at) => {
    if (!isNamed(word, names)) return false
    if (word.isEnglish) return at < its.at && isOneNoun(its, at, own, areTyped)
    return (
      at > its.at &&
      (isInGenitive(word, own)
        ? !areTyped || names.includes(word.stem)
        : !areTyped &&
          !isAdjective(word.word.toLowerCase()) &&
          !NOT_BULGARIAN.test(candidate.variant.title))
    )
  })
}

function isNamedAfterFor(
  { words }: Description,
  names: readonly string[]
): boolean {
  return words.some(
    ({ zone, stem: one }) =>
      zone === "for" && names.some((name) => likeness(name, one) >= LIKE)
  )
}

/** `Housing for Lumexa M50`: of the short thing it names the make alone. */
function isForMake(
  short: Description,
  { words }: Description,
  own: Naming,
  { isKind }: Statistics
): boolean {
  return words.some(
    ({ zone, stem: one, isLatin }) =>
      zone === "for" &&
      isLatin &&
      !isKind(one) &&
      one !== own.head.stem &&
      short.words.some((word) => word.zone === "head" && word.stem === one)
  )
}

/** A noun in lower case; a capital may begin a make's or a model's name. */
function isOneNoun(
  { head, words, at: last }: Naming,
  at: number,
  own: Naming,
  areTyped: boolean
): boolean {
  if (/ing$/.test(words[at]?.word ?? "")) return false
  return /^[a-z]/.test(head.word)
    ? words
        .slice(at + 1, last)
        .every(({ word }) => !/^(?:#|\p{Lu}\p{Ll})/u.test(word))
    : // Where all words have capitals, the make comes first.
      !areTyped && words[0]?.stem === own.words[0]?.stem
}

function isInGenitive({ word, stem: one }: NamingWord, own: Naming): boolean {
  const nominative = (
    own.words.find((its) => its.stem === one)?.word ?? own.head.word
  ).toLowerCase()
  const lower = word.toLowerCase()
  if (lower === nominative || isAdjective(lower)) return false
  if (/[ая]$/u.test(nominative)) return /[иіыуюї]$/u.test(lower)
  return /[иіыї]$/u.test(nominative)
    ? /(?:[иії]в|[ое]в|ей)$/u.test(lower)
    : /(?:[аяую]|[ії]в|[ое]в|ей)$/u.test(lower)
}

/** What the other languages write and Bulgarian does not. */
const NOT_BULGARIAN = /[ыэёіїєґь]/iu

/** So much of the thing is in it. */
const PACKAGING =
  /^(?:bags?|box(?:es)?|tins?|jars?|cans?|bottles?|pouch(?:es)?|refills?|cartons?|tubes?|rolls?|spools?)$/

/** Both begin with one make and one model. */
function haveOneModel(one: Naming, other: Naming, { isKind }: Statistics) {
  return [0, 1].every((at) => {
    const word = one.words[at]
    return (
      word !== undefined &&
      /^\p{Lu}/u.test(word.word) &&
      !isKind(word.stem) &&
      other.words[at]?.stem === word.stem
    )
  })
}
