import type { Description } from "./description"
import { isTitled, likeness } from "./kind"
import { remembered, stemOf } from "./letters"
import {
  CYRILLIC,
  isAdjective,
  isContainer,
  type Naming,
  namingIn,
  type NamingWord,
} from "./naming"
import type { Statistics } from "./statistics"
import { conceptsOf } from "./vocabulary"

const LIKE = 0.7

/** One part of `дриль-шурупокрут` is enough. */
function isNamed(
  { word, stem: one }: NamingWord,
  names: readonly string[]
): boolean {
  const parts = word.includes("-")
    ? [one, ...word.split("-").map(stemOf)]
    : [one]
  return names
    .flatMap((name) => [name, ...name.split("-")])
    .some((name) =>
      parts.some((part) => likeness(name, part) >= LIKE || isEndOf(part, name))
    )
}

/** A `dartboard` is a board. */
function isEndOf(noun: string, name: string): boolean {
  return (
    noun.length >= 4 && name.length > noun.length + 2 && name.endsWith(noun)
  )
}

/** The noun of a candidate's title, if it is what the short thing is called. */
export function sharedHead(
  short: Description,
  candidate: Description,
  statistics: Statistics
): string[] {
  const own = namingIn("title", short, statistics)
  const its = namingIn("title", candidate, statistics)
  if (!own || !its) return []
  const names = namesOf(short, own, statistics)
  const { words, head, at } = its
  return (
    isJoined(its, names)
      ? words.slice(at - 1, at + 1)
      : isNamed(head, names)
        ? [head]
        : []
  ).map(({ word }) => word.toLowerCase())
}

/**
 * Whether a candidate's title names the short thing, or its make, only to say
 * what the candidate belongs to, while another noun heads it: `ножки конвектора`,
 * `shredder waste liners`, `блок для відеореєстратора`, `лоток Kasa-T`. No list of
 * parts is needed: what the short thing is called is read from its own title and
 * type.
 */
export function isHeadedByAnother(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  const own = namingIn("title", short, statistics)
  const its = namingIn("title", candidate, statistics)
  if (!own || !its) return false
  if (isOfTypeFor(short, candidate, statistics)) return true
  const names = namesOf(short, own, statistics)
  if (isNounAfterDash(candidate, names, own)) {
    return !(isByAmount(short) && isByAmount(candidate))
  }
  if (isNamed(its.head, names) || isJoined(its, names)) {
    return beginsWithGenitive(its, own)
  }
  if (isAfterPreposition(candidate, names)) return true
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
  if (areTyped && isInPack(its, candidate)) return false
  return (
    ((own.isSure || its.isSure) &&
      !isNamedBeforeFigure(its, names, own) &&
      haveOneMake(short, candidate, statistics)) ||
    its.words.some((word, at) => {
      if (!isNamed(word, names)) return false
      if (word.isEnglish)
        return at < its.at && isOneNoun(its, at, own, areTyped)
      if (at < its.at) {
        // `Аквариумна лампа`; but a `филтърна касета` is a filter, and a
        // `почвена смес` is sold by the litre as soil is.
        return (
          !areTyped &&
          short.accessories.size === 0 &&
          !isAdjective(own.head.word.toLowerCase()) &&
          !(isByAmount(short) && isByAmount(candidate))
        )
      }
      return isInGenitive(word, own)
        ? !areTyped || names.includes(word.stem)
        : (!areTyped ||
            // `Паста спагетти 400 г` is eaten; litres may be what fits in.
            (at === its.at + 1 && !hasMass(short) && !hasMass(candidate))) &&
            !isAdjective(word.word.toLowerCase()) &&
            (!NOT_BULGARIAN.test(candidate.variant.title) ||
              isBesideHead(its, at))
    })
  )
}

/** `Карабін — стрингер`: the thing's name alone, a dash, and what is sold. */
function isNounAfterDash(
  { variant }: Description,
  names: readonly string[],
  own: Naming
): boolean {
  const [thing, noun] = aroundDashOf(variant.title)
  return (
    thing !== undefined &&
    noun !== undefined &&
    thing.some((one) => names.some((name) => likeness(name, one) >= LIKE)) &&
    ![...names, ...own.words.map((word) => word.stem)].some(
      (one) => likeness(one, noun) >= LIKE
    )
  )
}

/** The words before a dash, if they are no name, and the noun after it. */
const aroundDashOf = remembered(
  (title): readonly [thing?: readonly string[], noun?: string] => {
    const [, thing = "", rest = ""] =
      /^([^,;:|()[\]\d«"„]+?)(?:\s[-–—]|:)\s([^,;:|()[\]\d«"„]+)/u.exec(
        title
      ) ?? []
    const before = thing.match(/\p{L}+/gu) ?? []
    const after = (rest.match(/\p{L}[\p{L}-]{3,}/gu) ?? []).filter(
      (word) =>
        /^\p{Ll}/u.test(word) &&
        conceptsOf(word).length === 0 &&
        !(CYRILLIC.test(word) && isAdjective(word))
    )
    const noun = CYRILLIC.test(rest) ? after[0] : after.at(-1)
    const isName = before.some(
      (word, at) => at > 0 && /^\p{Lu}\p{Ll}/u.test(word)
    )
    return before.length === 0 || before.length > 3 || isName || !noun
      ? []
      : [before.map(stemOf), stemOf(noun)]
  }
)

/** `Razor blades` of `Razor`, `Помпа за басейн` of `Басейн`: the types say so. */
function isOfTypeFor(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  const [own, its] = [short, candidate].map((one) =>
    namingIn("type", one, statistics)
  )
  return (
    !!own &&
    !!its &&
    !isNamed(its.head, [own.head.stem]) &&
    candidate.type.some((one) => likeness(one, own.head.stem) >= LIKE) &&
    !(isByAmount(short) && isByAmount(candidate))
  )
}

/** What the short thing is called: by its type, and by its title if that differs. */
function namesOf(
  short: Description,
  own: Naming,
  statistics: Statistics
): string[] {
  const typed = namingIn("type", short, statistics)
  // `Оръжейни` says what kind of, and `Сейф` what.
  if (!typed || isAdjective(typed.head.word.toLowerCase())) {
    return [own.head.stem]
  }
  // The end of an English title may tell a taste; its type does not.
  return own.head.isEnglish ||
    own.words.some((word) => isNamed(word, [typed.head.stem]))
    ? [typed.head.stem]
    : [own.head.stem, typed.head.stem]
}

/**
 * `Trolling motor 12V 36" shaft`: what follows figures tells more of it. Of what
 * stands between its name and the figure, the short thing has all.
 */
function isNamedBeforeFigure(
  { words, at: head }: Naming,
  names: readonly string[],
  own: Naming
): boolean {
  const figure = words
    .slice(0, head)
    .map(({ word }) => word)
    .lastIndexOf("#")
  const before = words
    .slice(0, Math.max(figure, 0))
    .filter(({ word }) => /^\p{L}+$/u.test(word) && !isContainer(word))
  const named = before.map((word) => isNamed(word, names)).lastIndexOf(true)
  return (
    named !== -1 &&
    before
      .slice(named + 1)
      .every(({ stem: one }) =>
        own.words.some((word) => likeness(word.stem, one) >= LIKE)
      )
  )
}

/** `Chain saw` is a `chainsaw`. */
function isJoined({ words, at }: Naming, names: readonly string[]): boolean {
  const [before, head] = [words[at - 1], words[at]]
  return !!before && !!head && names.includes(before.stem + head.stem)
}

/** `Вкладиш у рюкзак`: it goes into the short thing, or under it. */
function isAfterPreposition(
  { variant: { title } }: Description,
  names: readonly string[]
): boolean {
  return placesIn(title).some((place) =>
    names.some((name) => likeness(name, place) >= LIKE)
  )
}

const placesIn = remembered((title): readonly string[] =>
  [...title.matchAll(PLACED)].map(([, word = ""]) => stemOf(word))
)

const PLACED =
  /(?<!\p{L})(?:у|в|во|във|под|під|на|до|к|към|при|into|under|onto)\s(\p{L}{4,})/giu

/** `Гіроскутера Smartglide плата`: nothing is sold in the genitive. */
function beginsWithGenitive({ head, at }: Naming, own: Naming): boolean {
  return at === 0 && hasGenitiveEnding(head.word, own.head.word)
}

function hasGenitiveEnding(word: string, nominative: string): boolean {
  return (
    word.toLowerCase().startsWith(nominative.toLowerCase()) &&
    /^(?:[аяу]|[ії]в|[ое]в)$/u.test(word.slice(nominative.length))
  )
}

/** `Педаль фрезер Lakko`: a make between them would begin another word for it. */
function isBesideHead({ words, at: head }: Naming, at: number): boolean {
  return words
    .slice(head + 1, at)
    .every(
      ({ word, isEnglish }) => !isEnglish && isAdjective(word.toLowerCase())
    )
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
  { variant, words }: Description,
  own: Naming,
  { isKind }: Statistics
): boolean {
  const makes = makesIn(variant.title)
  return words.some(
    ({ zone, stem: one, isLatin }) =>
      zone === "for" &&
      isLatin &&
      makes.includes(one) &&
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
        .every(({ word }) => !/^(?:#|\p{Lu}\p{Ll})|\d/u.test(word))
    : // Where all words have capitals, the make comes first.
      !areTyped && words[0]?.stem === own.words[0]?.stem
}

function isInGenitive({ word, stem: one }: NamingWord, own: Naming): boolean {
  const nominative = (
    own.words.find((its) => its.stem === one)?.word ?? own.head.word
  ).toLowerCase()
  const lower = word.toLowerCase()
  if (hasGenitiveEnding(lower, nominative)) return true
  if (lower === nominative || isAdjective(lower)) return false
  if (/[ая]$/u.test(nominative)) return /[иіыуюї]$/u.test(lower)
  return /[иіыї]$/u.test(nominative)
    ? /(?:[иії]в|[ое]в|ей)$/u.test(lower)
    : /(?:[аяую]|[ії]в|[ое]в|ей)$/u.test(lower)
}

/** What the other languages write and Bulgarian does not. */
const NOT_BULGARIAN = /[ыэёіїєґь]/iu

/** So much of the thing is in it: `tea tin 4 oz`. */
function isInPack({ head }: Naming, candidate: Description): boolean {
  return PACKAGING.test(head.word) && isByAmount(candidate)
}

function isByAmount({ quantities }: Description): boolean {
  return quantities.some(
    ({ dimension }) => dimension === "mass" || dimension === "volume"
  )
}

function hasMass({ quantities }: Description): boolean {
  return quantities.some(({ dimension }) => dimension === "mass")
}

const PACKAGING =
  /^(?:bags?|box(?:es)?|tins?|jars?|cans?|bottles?|pouch(?:es)?|refills?|cartons?|tubes?|rolls?|spools?)$/

/** Each names a make, and none is in the other. */
export function haveOtherMakes(
  { variant: one }: Description,
  { variant: other }: Description
): boolean {
  const makes = makesIn(one.title)
  const others = makesIn(other.title)
  return (
    makes.length > 0 &&
    others.length > 0 &&
    !makes.some((make) => others.includes(make))
  )
}

/** Both name one make; of the short thing, it is not what that is for. */
function haveOneMake(
  short: Description,
  { variant }: Description,
  { isKind }: Statistics
): boolean {
  // In a book's title capitals begin other names.
  if (isTitled(short)) return false
  const makes = makesIn(short.variant.title).filter((make) =>
    short.words.some(({ zone, stem: one }) => zone === "head" && one === make)
  )
  return makesIn(variant.title).some(
    (make) => makes.includes(make) && !isKind(make)
  )
}

/**
 * Words with a capital, but for a Cyrillic one that begins the title; three
 * capitals are `LED` or `USB`, and figures make a model's number.
 */
const makesIn = remembered((title: string): readonly string[] => {
  const isLatin = !CYRILLIC.test(title)
  return [
    ...title.matchAll(/(?<![\p{L}\d-])\p{Lu}[\p{L}’'-]{2,}(?!\p{L}*\d)/gu),
  ]
    .filter(
      ({ 0: word, index }) =>
        (isLatin ||
          !CYRILLIC.test(word) ||
          (index > 0 && /\p{Ll}/u.test(word))) &&
        !/^\p{Lu}{3}$/u.test(word) &&
        conceptsOf(word.toLowerCase()).length === 0
    )
    .map(([word]) => stemOf(word))
})
