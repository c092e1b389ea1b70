import { likeness as lettersAlike, plain, stem } from "./letters"
import { meansTheSame } from "./synonyms"
import { conceptsOf } from "./vocabulary"

/** A word of the phrase that begins a title, in the case it was written in. */
export interface PhraseWord {
  readonly word: string
  readonly stem: string
}

/** A comma, bracket or dash, or a figure with a unit; `Playo 5` is a name. */
const END =
  /[,;:|(["«„]|\s[-–—/]\s|(?<![\p{L}\d])\d[\d.,]*\s?(?:\p{L}{1,3}(?!\p{L})|[%"″×x/*-])/u

/** The words that begin a title, up to the first that ends the name of a thing. */
export function phraseOf(
  title: string,
  isEnd: (word: string) => boolean
): PhraseWord[] {
  const end = title.search(END)
  // A figure may come first: `43-inch smart TV`.
  const phrase = end > 2 ? title.slice(0, end) : title
  const words = [...phrase.matchAll(/\p{L}[\p{L}\d'’-]*/gu)].map(
    ([word]) => word
  )
  const stop = words.findIndex((word, at) => at > 0 && isEnd(plain(word)))
  return (stop === -1 ? words : words.slice(0, stop)).map((word) => ({
    word,
    stem: stem(plain(word)),
  }))
}

/**
 * Whether a phrase names one of some kinds only to say of which another thing
 * is: `kayak paddle`, `очиститель кондиционера`, `медіатори гітарні`.
 *
 * @param kinds stems that name what the other thing is
 * @param own words of the other thing, which may follow its kind here too
 */
export function isOfAnother(
  phrase: readonly PhraseWord[],
  kinds: readonly string[],
  own: readonly PhraseWord[]
): boolean {
  const places = phrase.flatMap(({ stem }, at) =>
    kinds.some((kind) => isLike(kind, stem)) ? [at] : []
  )
  if (places.length === 0) return false
  const isKnown = ({ stem }: PhraseWord) =>
    [...kinds, ...own.map((its) => its.stem)].some((its) => isLike(its, stem))
  // Of a name of several words, `office chair`, the last is what counts.
  const last = places.filter(
    (at) => !places.includes(at + 1) || !isEnglish(phrase[at])
  )
  return last.every((at) => {
    const named = phrase[at]
    if (!named) return false
    return isEnglish(named)
      ? isBeforeNoun(phrase[at + 1], isKnown)
      : isCase(named, phrase[at - 1], kinds, own) || isAdjective(named, kinds)
  })
}

function isEnglish(word: PhraseWord | undefined): boolean {
  return word !== undefined && /^[a-z]/i.test(word.word)
}

function isLike(a: string, b: string): boolean {
  return meansTheSame(a, b) || lettersAlike(a, b) >= 0.85
}

/** What follows a noun in lower case, and describes nothing, is the thing. */
function isBeforeNoun(
  next: PhraseWord | undefined,
  isKnown: (word: PhraseWord) => boolean
): boolean {
  return (
    next !== undefined &&
    /^[a-z]{3,}$/.test(next.word) &&
    !DESCRIBING.test(next.word) &&
    conceptsOf(next.word).length === 0 &&
    !isKnown(next)
  )
}

const DESCRIBING =
  /(?:ed|able|ible|less|proof|ful|ous|ic)$|^(?:size|style|type|pack|set|pcs|pieces?|pair|kit|edition|series|model|colou?r|plus|mini|max|and)$/

/** Ukrainian and Russian say whose part it is by the ending: `шланг пилососа`. */
function isCase(
  { word, stem }: PhraseWord,
  before: PhraseWord | undefined,
  kinds: readonly string[],
  own: readonly PhraseWord[]
): boolean {
  if (before === undefined || !/[^йіиыіхІЙ]$/iu.test(before.word)) return false
  if (kinds.some((kind) => isLike(kind, before.stem))) return false
  const named = own.find((its) => its.stem === stem)?.word.toLowerCase()
  if (named === undefined || named === word.toLowerCase()) return false
  return /[ая]$/u.test(named)
    ? /[иіыуюї]$/iu.test(word)
    : !/[иіы]$/u.test(named) && /(?:[аяуюиіы]|ів|ов|ев|ей)$/iu.test(word)
}

/** `акваріумна`, of `акваріум`, where no noun of the kind stands beside it. */
function isAdjective(
  { word, stem }: PhraseWord,
  kinds: readonly string[]
): boolean {
  return (
    /(?:ий|ій|ый|ой|ая|яя|на|ва|ка|ні|не|ое|ие|ые|ен|но|ни)$/iu.test(word) &&
    !kinds.includes(stem) &&
    kinds.every(
      (kind) => !isLike(kind, stem) || DERIVED.test(stem.slice(kind.length))
    ) &&
    kinds.some(
      (kind) => stem.startsWith(kind.slice(0, -1)) && stem.length > kind.length
    )
  )
}

const DERIVED = /^(?:n|sk|ov|ev|qn)/
