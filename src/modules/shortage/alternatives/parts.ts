import type { Description } from "./description"
import { isHeadedByAnother, sharedHead } from "./head-noun"
import { among, headKinds, isHeadedByAny, likeness } from "./kind"
import { namingIn } from "./naming"
import type { Statistics } from "./statistics"
import { meansTheSame } from "./synonyms"
import { accessoryOf, conceptsOf } from "./vocabulary"

/**
 * Whether a candidate only serves the thing that is short: a lid, a filter, a
 * case for it. Of a thing that is such an accessory itself, another of the kind
 * is none.
 */
export function isAccessoryTo(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  if (servesOnly(short, candidate, statistics)) return true
  if (isHeadedByAnother(short, candidate, statistics)) return true
  if (isCalledSpare(candidate) && !isCalledSpare(short)) return true
  // A `плафон` is no part of a `плафониера`, nor a chain saw of a chainsaw.
  const head = sharedHead(short, candidate, statistics).map(accessoryOf)
  const own = partsNamed(candidate).filter((kind) => !head.includes(kind))
  // Its name may have the thing's in it: a pruner holster is no pruner.
  if (own.length > 0 && !own.some((kind) => short.accessories.has(kind))) {
    // A case for earphones is one, also where the shop's type is earphones.
    return (
      !isOfType(short, candidate) ||
      servesWhat(short, candidate, statistics) ||
      !isCalledAs(short, candidate, statistics)
    )
  }
  // A shop that has a place for accessories says so itself.
  if (candidate.isAmongAccessories && !short.isAmongAccessories) {
    return !isOfType(short, candidate)
  }
  return own.length === 0 && isNamedAndMore(short, candidate)
}

/** Whether its own title calls it what the short one is called, or its type. */
function isCalledAs(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  const named = namingIn("title", short, statistics)
  const names = [
    ...headKinds(short, statistics),
    ...(named ? [named.head.stem] : []),
  ]
  return isHeadedByAny(candidate, names)
}

/** `Skanix 2D сканер модуль (запчастина)`, wherever in the title. */
function isCalledSpare({ variant }: Description): boolean {
  return /запчаст|spare part|резервна част/iu.test(variant.title)
}

/**
 * `Pitmaster Charcoal Briquettes Chimney Starter`: all of the thing's English
 * name, and then what is sold.
 */
function isNamedAndMore(short: Description, candidate: Description): boolean {
  const [own, its] = [short.phrase, candidate.phrase]
  return (
    candidate.type.length === 0 &&
    own.length >= 2 &&
    its.length >= own.length + 2 &&
    own.every(({ stem }, at) => its[at]?.stem === stem) &&
    its.every(({ word }) => /^[a-z]{3,}$/i.test(word)) &&
    its.slice(own.length).every(({ word }) => conceptsOf(word).length === 0)
  )
}

/**
 * `Hinges for a toilet seat`, whatever type the shop has given them: the title
 * names the thing after `for` alone, and is headed by something else.
 */
function servesOnly(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  if (!servesWhat(short, candidate, statistics)) return false
  return !isHeadedByAny(candidate, headKinds(short, statistics))
}

/**
 * The kinds of accessory that a title is headed by. Of two, the thing is the
 * last in English and the first in the other languages: clips for cables are no
 * cables.
 */
function partsNamed({ accessories, words }: Description): string[] {
  const own = [...accessories]
  const nouns = own.filter((kind) => kind !== "spare" && kind !== "accessory")
  const named = words.filter(({ zone }) => zone === "head")
  const isEnglish =
    named.filter(({ isLatin }) => isLatin).length * 2 > named.length
  const main = isEnglish ? nouns.at(-1) : nouns[0]
  return main === undefined ? own : [main]
}

/**
 * Whether the short item serves what the candidate is. What is called by the same
 * name, or by none that is known, is not taken for the thing that it serves.
 */
export function isMainThingOf(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  return (
    servesOnly(candidate, short, statistics) ||
    (isAccessoryTo(candidate, short, statistics) &&
      headKinds(candidate, statistics).length > 0 &&
      !isOfKind(short, candidate, statistics))
  )
}

function servesWhat(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  return candidate.words.some(
    ({ zone, stem, isLatin }) =>
      zone === "for" &&
      !statistics.isBrand(stem) &&
      short.words.some(
        (word) =>
          word.zone === "head" &&
          // One of the two is the shop's own word for a kind of thing.
          (statistics.isKind(word.stem) || statistics.isKind(stem)) &&
          // `Stenax` is no wall, `стена`.
          (word.isLatin === isLatin
            ? likeness(word.stem, stem) >= 0.7
            : meansTheSame(word.stem, stem))
      )
  )
}

function isOfType(short: Description, candidate: Description): boolean {
  return (
    short.type.length > 0 &&
    candidate.type.length > 0 &&
    among(short.type, candidate.type) >= 0.9
  )
}

/** What both are headed by, or their types. */
function isOfKind(
  short: Description,
  candidate: Description,
  statistics: Statistics
): boolean {
  if (short.type.length > 0 && candidate.type.length > 0) {
    return (
      among(short.type, candidate.type) >= 0.5 ||
      among(candidate.type, short.type) >= 0.9
    )
  }
  return headKinds(candidate, statistics).some((stem) =>
    headKinds(short, statistics).some((its) => likeness(its, stem) >= 0.6)
  )
}
