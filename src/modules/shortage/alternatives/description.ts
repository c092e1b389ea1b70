import { plain, stem } from "./letters"
import type { CatalogueVariant } from "./product"
import { type PhraseWord, phraseOf } from "./phrase"
import { measure, type Quantity } from "./quantities"
import {
  accessoriesIn,
  accessoryOf,
  type ConceptGroup,
  conceptsOf,
  EMPTY,
  FOR,
  isWithout,
  WITH,
} from "./vocabulary"
import { type Wording, wordingOf } from "./wording"

/** Where in a title a word stands. */
export type Zone = "head" | "for" | "with" | "without"

export interface Word {
  readonly stem: string
  readonly zone: Zone
  readonly isLatin: boolean
}

export interface Count {
  readonly stem: string
  readonly number: number
}

/** A variant as the ranker sees it. */
export interface Description {
  readonly variant: CatalogueVariant
  readonly words: readonly Word[]
  readonly type: readonly string[]
  readonly leaf: readonly string[]
  readonly path: readonly string[]
  readonly tags: readonly string[]
  readonly brand: ReadonlySet<string>
  readonly quantities: readonly Quantity[]
  readonly times: number
  /** `9 скорости`, `3-burner`: how many of what, in the thing's own words. */
  readonly counts: readonly Count[]
  readonly sizes: readonly string[]
  /** `E27`, `H7`, `A4`: letters and a number. */
  readonly codes: readonly string[]
  readonly concepts: ReadonlyMap<ConceptGroup, ReadonlySet<string>>
  /** The kinds of accessory that its title is headed by, or its type names. */
  readonly accessories: ReadonlySet<string>
  /** Its category is one of accessories or spare parts. */
  readonly isAmongAccessories: boolean
  /** The words that begin its title, as they are written. */
  readonly phrase: readonly PhraseWord[]
  /** What it is free of. */
  readonly without: readonly string[]
  /** The words of its options' values. */
  readonly chosen: readonly string[]
  /** Everything that it says of itself in any language alike. */
  readonly traits: ReadonlySet<string>
  /** The whole text, for values of marked attributes. */
  readonly text: string
  /** The same, taken apart as their values are. */
  readonly wording: Wording
}

const DEFAULT_VALUE = /^default (option|variant)/i

/** Options whose bare number is a number of pieces. */
const COUNT = /count|quantity|pack|кільк|колич|брой|упаков|опаков|штук/i

export function optionValues(variant: CatalogueVariant): string[] {
  return Object.values(variant.options).filter(
    (value) => !DEFAULT_VALUE.test(value)
  )
}

/** Takes a variant's texts apart. The same text gives the same description. */
export function describe(variant: CatalogueVariant): Description {
  const values = Object.entries(variant.options)
    .filter(([, value]) => !DEFAULT_VALUE.test(value))
    .map(([key, value]) =>
      COUNT.test(key) && /^\d+$/.test(value) ? `${value} pcs` : plain(value)
    )
  const ofOthers = new Set(
    variant.other_option_values
      .flatMap((value) => wordsIn(measure(plain(value)).rest))
      .map(({ stem }) => stem)
  )
  const own = new Set(
    values
      .flatMap((value) => wordsIn(measure(value).rest))
      .map(({ stem }) => stem)
  )
  const title = measure(plain(variant.title))
  const option = measure(values.join(" | "))
  const fromTitle = wordsIn(title.rest).filter(
    (word) => own.has(word.stem) || !ofOthers.has(word.stem)
  )
  const fromOptions = wordsIn(option.rest)
    .filter(({ stem }) => !fromTitle.some((word) => word.stem === stem))
    .map((word) => ({ ...word, zone: "with" as const }))
  const words = [...fromTitle, ...fromOptions]
  const attributes = Object.entries(variant.attributes).filter(
    ([key]) => plain(key) !== "brand"
  )
  const measuredAttributes = measure(
    attributes.map(([, value]) => plain(value)).join(" | ")
  )
  const inOptions = new Set(option.quantities.map(({ dimension }) => dimension))
  const quantities = [
    ...option.quantities,
    ...title.quantities.filter(({ dimension }) => !inOptions.has(dimension)),
  ]
  const known = new Set(quantities.map(({ dimension }) => dimension))
  const type = stemsIn(variant.type ?? "")
  const leaf = stemsIn(variant.category.at(-1) ?? "")
  const colours = new Set(
    values
      .flatMap((value) => value.match(/\p{L}+/gu) ?? [])
      .filter((word) => conceptsOf(word).some(([group]) => group === "colour"))
      .map(stem)
  )
  const brand = new Set(stemsIn(variant.attributes.brand ?? ""))
  const concepts = conceptsIn(brand, [
    values.join(" "),
    plain(variant.title),
    plain(attributes.map(([, value]) => value).join(" ")),
    plain(variant.tags.join(" ")),
    plain(variant.type ?? ""),
    plain(variant.category.join(" ")),
  ])
  const sizes = option.sizes.length > 0 ? option.sizes : title.sizes
  const codes = codesIn([...values, plain(variant.title)].join(" "))
  const text = [
    plain(variant.title),
    ...values,
    plain(variant.type ?? ""),
  ].join(" | ")
  const allQuantities = [
    ...quantities,
    ...measuredAttributes.quantities.filter(
      ({ dimension }) => !known.has(dimension) && dimension !== "pieces"
    ),
  ]
  return {
    variant,
    words,
    type,
    leaf,
    path: variant.category.slice(0, -1).flatMap(stemsIn),
    tags: variant.tags.flatMap(stemsIn),
    brand,
    quantities: allQuantities,
    times: option.times > 1 ? option.times : title.times,
    counts: countsIn(`${option.rest} | ${title.rest}`),
    sizes,
    codes,
    concepts,
    traits: new Set([
      ...[...concepts].flatMap(([group, meanings]) =>
        [...meanings].map((meaning) => `${group} ${meaning}`)
      ),
      ...quantities.map(
        ({ dimension, value }) =>
          `${dimension} ${Math.round(Math.log(value) / Math.log(1.25))}`
      ),
      ...sizes,
      ...codes,
    ]),
    accessories: new Set(
      accessoriesIn([
        ...headTexts(title.rest),
        ...afterFigure(title.rest),
        ...plain(variant.type ?? "").split(/[^\p{L}]+/u),
      ])
    ),
    isAmongAccessories: plain(variant.category.join(" "))
      .split(/[^\p{L}]+/u)
      .some((word) => ["accessory", "spare"].includes(accessoryOf(word) ?? "")),
    phrase: phraseOf(
      variant.title,
      (word) => isFor(word) || WITH.has(word) || isWithout(word)
    ),
    without: [
      ...words,
      ...attributes.flatMap(([, value]) => wordsIn(plain(value))),
    ]
      .filter(({ zone }) => zone === "without")
      .map(({ stem }) => stem),
    chosen: wordsIn(option.rest)
      .map(({ stem }) => stem)
      .filter((stem) => !colours.has(stem)),
    text,
    wording: withFigures(wordingOf(text), allQuantities, sizes),
  }
}

function withFigures(
  wording: Wording,
  quantities: readonly Quantity[],
  sizes: readonly string[]
): Wording {
  return {
    ...wording,
    quantities: [...wording.quantities, ...quantities],
    sizes: [...wording.sizes, ...sizes],
  }
}

export function stemsIn(text: string): string[] {
  return wordsIn(plain(text)).map(({ stem }) => stem)
}

const TOKEN = /[\p{L}]+(?:\d+[\p{L}\d]*)?|[¦|,()[\]:;/+]|\s-\s/gu

function wordsIn(text: string): Word[] {
  const words: Word[] = []
  let zone: Zone = "head"
  for (const [token] of text.matchAll(TOKEN)) {
    if (!/^\p{L}/u.test(token)) {
      if (token === "¦") zone = "head"
      else if (zone === "without" || zone === "for") zone = "with"
      continue
    }
    if (isWithout(token)) {
      zone = "without"
    } else if (isFor(token)) {
      zone = words.length > 0 ? "for" : zone
    } else if (WITH.has(token)) {
      if (words.length > 0 && zone !== "without") zone = "with"
    } else if (token.length > 1) {
      const stemmed = stem(token)
      if (EMPTY.has(stemmed)) continue
      words.push({
        stem: stemmed,
        // Who it is for is no thing that it serves.
        zone: zone === "for" && isAudience(token) ? "with" : zone,
        isLatin: /^[a-z]/.test(token),
      })
    }
  }
  return words
}

function isFor(token: string): boolean {
  return (
    FOR.has(token) ||
    /^(compatib|suміс|сумісн|совместим|съвместим|подходящ|пасва|підход|подход)/.test(
      token
    )
  )
}

function isAudience(token: string): boolean {
  return conceptsOf(token).some(([group]) => group === "audience")
}

/** The words before anything that says what the thing is for or has. */
function headTexts(text: string): string[] {
  const [head = ""] = text
    .replace(/without \p{L}+ ¦/gu, "")
    .split(/[|,()[\]:;+]|\s-\s/u)
    .filter((part) => /\p{L}/u.test(part))
  const all = head.split(/[^\p{L}\d]+/u).filter(Boolean)
  // `Base` among Cyrillic words is a name.
  const cyrillic = all.filter((word) => /\p{Script=Cyrillic}/u.test(word))
  const words = cyrillic.length > 0 ? cyrillic : all
  const end = words.findIndex(
    (word, at) => at > 0 && (isFor(word) || WITH.has(word) || isWithout(word))
  )
  return end === -1 ? words : words.slice(0, end)
}

/** `Soprano ukulele 21" hard case`: what English names last, it is. */
function afterFigure(text: string): string[] {
  const [segment = ""] = text.split(/[,()[\]:;/+]|\s-\s/u)
  const part = segment.split("|").at(-1) ?? ""
  const words = part.split(/\s+/u).filter(Boolean)
  const isNoun =
    segment.includes("|") &&
    !/\p{Script=Cyrillic}|\d/u.test(part) &&
    !words.some((word) => isFor(word) || WITH.has(word) || isWithout(word))
  return isNoun ? words.slice(-1) : []
}

function countsIn(text: string): Count[] {
  return [...text.matchAll(COUNT_OF)].map(([, number, word = ""]) => ({
    stem: stem(word),
    number: Number(number),
  }))
}

const COUNT_OF =
  /(?<![\p{L}\d.,x-])(\d{1,4}(?:\.\d)?)[\s-]?(\p{L}{3,})(?![\p{L}\d])/gu

function codesIn(text: string): string[] {
  return [
    ...new Set(
      [
        ...text.matchAll(
          /(?<![\p{L}\d])(\p{L}{1,4})-?(\d{1,4})(?![\p{L}\d.])/gu
        ),
      ].map(([, letters = "", digits = ""]) => `${letters}${digits}`)
    ),
  ]
}

/**
 * Of each group, from the first text that says anything of it; a brand's name,
 * such as `Silkara`, says nothing.
 */
function conceptsIn(
  brand: ReadonlySet<string>,
  texts: readonly string[]
): ReadonlyMap<ConceptGroup, ReadonlySet<string>> {
  const found = new Map<ConceptGroup, Set<string>>()
  for (const text of texts) {
    const here = new Map<ConceptGroup, Set<string>>()
    for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)?/gu)) {
      if (brand.has(stem(word))) continue
      for (const [group, meaning] of [
        word,
        ...word.split("-").slice(1),
      ].flatMap(conceptsOf)) {
        here.set(group, (here.get(group) ?? new Set()).add(meaning))
      }
    }
    for (const [group, meanings] of here) {
      if (!found.has(group)) found.set(group, meanings)
    }
  }
  return found
}
