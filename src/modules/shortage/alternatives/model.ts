import type { Description } from "./description"
import { likeness } from "./kind"
import { plainOnce as plain, remembered, stemOf } from "./letters"
import { isAdjective, namingIn, withoutFigures } from "./naming"
import type { Statistics } from "./statistics"
import { conceptsOf } from "./vocabulary"

/**
 * Tells what is for a model that the shop also sells the thing of: `Skylark Nano 2
 * propeller guards` beside the `Skylark Nano 2 drone`, whichever drone is short and
 * whatever type the shop has given the guards.
 *
 * @param sold - what the shop sells
 */
export function forModelsAmong(
  short: Description,
  sold: readonly Description[],
  isAccessory: (one: Description) => boolean,
  statistics: Statistics
): (candidate: Description) => boolean {
  const names = kindNames(short, statistics)
  const isNamed = ({ words }: Description) =>
    words.some(
      ({ zone, stem: one }) =>
        zone === "head" && names.some((name) => isSpeltLike(name, one))
    )
  const byModel = new Map<string, Description[]>()
  for (const one of [short, ...sold]) {
    for (const { key } of modelsIn(one.variant.title)) {
      const others = byModel.get(key)
      if (others) others.push(one)
      else byModel.set(key, [one])
    }
  }
  const isThing = (one: Description) =>
    one === short || (isNamed(one) && !isAccessory(one))
  return (candidate) =>
    modelsIn(candidate.variant.title).some(({ key, rest }) =>
      byModel
        .get(key)
        ?.some(
          (one) =>
            one.variant.product_id !== candidate.variant.product_id &&
            isThing(one) &&
            namesAnother(candidate, rest, one, statistics)
        )
    ) &&
    !isNamed(candidate) &&
    !EDITION.test(candidate.variant.title)
}

/** The nouns that the short thing is called by. */
function kindNames(short: Description, statistics: Statistics): string[] {
  const [titled, typed] = (["title", "type"] as const).map((field) =>
    namingIn(field, short, statistics)
  )
  return [
    ...(typed ? [typed.head.stem] : []),
    ...(titled && (titled.isSure || !typed) ? [titled.head.stem] : []),
  ]
}

/** `Print` is no `printer`. */
function isSpeltLike(name: string, other: string): boolean {
  return (
    likeness(name, other) >= 0.7 &&
    !(name.startsWith(other) && name.length > other.length + 1)
  )
}

/** Another edition of a thing is one. */
const EDITION = /edition|version|издани|видання|верс/iu

/**
 * Whether a title has a noun that the other text has nothing like.
 *
 * @param model - words that belong to its model's name: `Viaro D4 Duo`
 */
function namesAnother(
  { variant, words }: Description,
  model: readonly string[],
  thing: Description,
  { isBrand }: Statistics
): boolean {
  const known = [
    ...model,
    ...thing.words.map((word) => word.stem),
    ...thing.type,
  ]
  return nounsIn(variant.title).some(
    (noun) =>
      !isBrand(noun) &&
      words.some((word) => word.stem === noun) &&
      !known.some((one) => likeness(one, noun) >= 0.7)
  )
}

/** Up to the first comma, bracket, or figure that is added. */
const nounsIn = remembered((title: string): readonly string[] => {
  const [first = ""] = withoutFigures(title).split(/[,(]|\+\s#/)
  return [...first.matchAll(/(?<![\p{L}\d])\p{L}\p{Ll}{3,}(?![\p{L}\d])/gu)]
    .map(([word]) => word.toLowerCase())
    .filter((word) => conceptsOf(word).length === 0 && !isAdjective(word))
    .map(stemOf)
})

/**
 * A word with a capital, as makes have it, and a second one or a model's code;
 * then what else there is in capitals.
 */
const MODEL =
  /(?<![\p{L}\d])(?=(\p{Lu}\p{Ll}{2}[\p{L}’'-]*)[\s.]{1,2}(?:(?:of|and|&)\s)?(\p{Lu}\p{Ll}+[\p{L}\d’'-]*|\p{Lu}[\p{L}-]*\d[\p{L}\d-]*)((?:\s\p{Lu}[\p{L}\d’'-]*)*))/gu

interface Model {
  readonly key: string
  readonly rest: readonly string[]
}

const modelsIn = remembered((title: string): readonly Model[] =>
  [...title.matchAll(MODEL)].map(([, make = "", model = "", rest = ""]) => ({
    key: `${plain(make)} ${plain(model)}`,
    rest: rest.split(" ").filter(Boolean).map(stemOf),
  }))
)
