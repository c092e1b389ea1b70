import type { Description } from "./description"
import { plainOnce as plain, remembered, stemOf } from "./letters"
import type { Statistics } from "./statistics"
import { conceptsOf, FOR, isWithout, WITH } from "./vocabulary"

/** A word of the part of a title that names the thing. */
export interface NamingWord {
  readonly word: string
  readonly stem: string
  readonly isEnglish: boolean
}

/** Where a title has the noun that says what is sold, and the words around it. */
export interface Naming {
  readonly words: readonly NamingWord[]
  readonly head: NamingWord
  /** Its place among the words. */
  readonly at: number
  /** False for `Boro` of `Kettle Boro` in a shop that calls nothing a kettle. */
  readonly isSure: boolean
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
    if (lower.length < 3 || CONTAINER.test(lower) || lower.endsWith("-")) {
      return false
    }
    const isConcept = conceptsOf(lower).length > 0
    return isEnglish
      ? /^[a-z][a-z-]+$/.test(lower) &&
          !/^\p{Lu}{2,}$/u.test(word) &&
          !DESCRIBING.test(lower) &&
          (!isConcept || isKind(stemmed))
      : !isAdjective(lower) &&
          (!isConcept ||
            ((at === own[0] || isKind(stemmed)) && !isForWhom(lower)))
  })
  const startsLow = (at: number) => /^[a-z]/.test(words[at]?.word ?? "")
  const isOfKind = (at: number) => isKind(words[at]?.stem ?? "")
  const at = isEnglish
    ? // After a noun in lower case, a capital begins a make's name.
      (nouns.filter(startsLow).at(-1) ??
      nouns.filter(isOfKind).at(-1) ??
      nouns.at(-1))
    : // `манекен` ends as adjectives do.
      (nouns[0] ?? own[0])
  const head = at === undefined ? undefined : words[at]
  return at === undefined || !head
    ? null
    : { words, head, at, isSure: !isEnglish || startsLow(at) || isOfKind(at) }
}

/** A short item's title and type are asked for with each candidate. */
const KNOWN = {
  title: new WeakMap<Description, Naming | null>(),
  type: new WeakMap<Description, Naming | null>(),
}

export function namingIn(
  field: keyof typeof KNOWN,
  description: Description,
  statistics: Statistics
): Naming | null {
  const known = KNOWN[field].get(description)
  if (known !== undefined) return known
  const text = description.variant[field]
  const naming = text ? namingOf(text, statistics) : null
  KNOWN[field].set(description, naming)
  return naming
}

export function withoutFigures(title: string): string {
  return title.replace(FIGURE, " # ")
}

/** A figure with a unit, or a size: it stands between words and is none. */
const FIGURE =
  /(?<![\p{L}\d])[\d.,]+\s?(?:[x×х*/:-]\s?[\d.,]+\s?)*(?:\p{L}{1,3}(?!\p{L})|(?:лумен|люмен|lumen|watt|ватт?|литр|литър|liter|litre|грам|метр|метър|meter|metre|дюйм|цол|инч|inch|вольт|волт|volt|count|micron|микрон|мікрон|gallon|ounce|pound|броя|штук|хвилин|минут|minute|hour|годин)\p{L}*|-\p{L}+|[%"″°])?/giu

const END = /[,;:|(["«„+]|\s[-–—/]\s/u

export const CYRILLIC = /\p{Script=Cyrillic}/u

const namingWords = remembered((title: string): readonly NamingWord[] => {
  const [first = ""] = withoutFigures(
    title.replace(/\p{L}+[ -]free(?!\p{L})/giu, " ")
  )
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
    stem: stemOf(word),
    // `PoE-інжектор` is not.
    isEnglish: !CYRILLIC.test(word),
  }))
})

/** So many of a thing, or a word for any device: what it is comes after. */
const CONTAINER =
  /^(?:machines?|devices?|systems?|units?|апарат|аппарат|прилад|прибор|пристрій|устройство|уред|машинка?|sets?|kits?|packs?|bundles?|pairs?|pcs|pieces?|dozens?|набір|набор\p{L}{0,2}|комплект\p{L}{0,2}|пара|упаковк\p{L}|опаковк\p{L})$/u

export function isContainer(word: string): boolean {
  return CONTAINER.test(word.toLowerCase())
}

const DESCRIBING =
  /(?:ed|able|ible|less|proof|ful|ous|ic|free|-style)$|^(?:size|style|type|edition|series|model|colou?r|plus|mini|max|and|body|only|new|the|of|original|dark|light|soft|hard|small|large|long|short|thin|thick|slim|matte|clear|fit|mens|womens|kids)$/

/** An ending that adjectives have and nouns hardly ever. */
export function isAdjective(word: string): boolean {
  return word.length > 3 && !NOUN.test(word) && ADJECTIVE.test(word)
}

const NOUN =
  /(?:[аеиоуюяієї]ние|тие|лие|клей|(?:осн|гол|дк|кор)ова|(?:ант|сц|ар)ена|(?:ф|пръст|кам|рем|тер)ен|вікно|окно|зерно|полотно|волокно)$/u

const ADJECTIVE =
  /(?:[иіы]й|ой|[ая]я|[ое]е|[иы]е|[бвгджзйклмнпрстфхцчшщь]н[аоеіи]|\p{L}{3}[ое]в[аеиіо]|(?:сь|зь|ць)к[аеі]|\p{L}[внрт]ск[аои]|еск[аои]|[гкх]і|[бвгджзклмнпрстфхцчшщиеа]ен|\p{L}{3}[ая]щ[аои]?|\p{L}{2}[ау]ем[аои]?|\p{L}{4}им[аои]?|\p{L}{3}[ое]в|\p{L}{4}ен[аои])$/u

/** `дитячий` says for whom, and is never the thing. */
function isForWhom(word: string): boolean {
  return conceptsOf(word).some(([group]) => group === "audience")
}
