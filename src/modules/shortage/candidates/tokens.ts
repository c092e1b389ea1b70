import type { Description } from "../alternatives/description"
import { meaningsOf } from "../alternatives/synonyms"

/**
 * What variants are found by, each with a letter that says what it is:
 *
 * - `w` a word of the title, the type or the category
 * - `c` the consonants that such a word begins with: cognates share them
 * - `m` the goods that it names, whatever the language
 * - `k` a word of the type or of a category, the parents included
 * - `b` the brand
 * - `t` a trait: a colour, a material, a size, a figure
 *
 * All of them are compared as they are, so an ordinary index finds them. Likeness
 * by trigrams would need an extension that a database may not have, and sees
 * nothing in common between two alphabets; what is found here is then compared
 * letter by letter by the ranker.
 */
export function tokensOf(description: Description): string[] {
  const { words, type, leaf, path, brand, traits } = description
  const kinds = [...type, ...leaf]
  const stems = [...words.map(({ stem }) => stem), ...kinds]
  return [
    ...new Set([
      ...stems.flatMap((stem) => [`w${stem}`, ...nearly(stem)]),
      ...[...kinds, ...path].map((stem) => `k${stem}`),
      ...[...brand].map((stem) => `b${stem}`),
      ...[...traits].map((trait) => `t${trait}`),
    ]),
  ].sort()
}

function nearly(stem: string): string[] {
  const letters = skeleton(stem)
  return [
    ...(letters.length >= SHORTEST ? [`c${letters}`] : []),
    ...[...(meaningsOf(stem) ?? [])].map((meaning) => `m${meaning}`),
  ]
}

const SHORTEST = 3
const LONGEST = 4

/** The first letter and the consonants after it. */
function skeleton(stem: string): string {
  return (stem.slice(0, 1) + stem.slice(1).replace(/[aeiou]/g, "")).slice(
    0,
    LONGEST
  )
}

/** How much each kind of token tells of what a thing is. */
const TELLING: Readonly<Record<string, number>> = {
  w: 1,
  c: 0.6,
  m: 1,
  k: 1.5,
  b: 0.05,
  t: 0.5,
}

/** A token to look for, and how much a variant that has it is worth. */
export interface Asked {
  readonly token: string
  readonly weight: number
}

/** More rows than this a shortage does not look at. */
const MOST_ROWS = 8_000

/**
 * What to look for in place of a variant: its rarest tokens, as many as together
 * are in so many variants. A word that half the catalogue has finds nothing.
 *
 * @param countOf - in how many variants a token is
 */
export function tokensToAsk(
  description: Description,
  countOf: (token: string) => number,
  catalogue: number
): Asked[] {
  const asked = tokensOf(description)
    .map((token) => ({ token, count: Math.max(1, countOf(token)) }))
    .sort((a, b) => a.count - b.count || (a.token < b.token ? -1 : 1))
  let rows = 0
  return asked.flatMap(({ token, count }, at) => {
    rows += count
    return at > 0 && rows > MOST_ROWS
      ? []
      : [
          {
            token,
            weight:
              (TELLING[token.slice(0, 1)] ?? 0) *
              Math.log(1 + catalogue / count),
          },
        ]
  })
}
