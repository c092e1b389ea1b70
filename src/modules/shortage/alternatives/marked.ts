import { isAsFree } from "./allergens"
import {
  countOf,
  isCalled,
  isFreedom,
  unitFor,
  valueOf,
  valuesInTitle,
} from "./attribute-value"
import type { Description } from "./description"
import type { MarkedAttribute } from "./product"
import { isMet } from "./same-value"
import type { ConceptGroup } from "./vocabulary"

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
