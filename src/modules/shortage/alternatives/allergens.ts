import type { Description } from "./description"
import { plain, remembered, stem } from "./letters"
import { isWithin } from "./same-wording"
import { isAvoided } from "./vocabulary"
import { type Wording, wordingOf, wordingsOf } from "./wording"

/** Words that say it without naming a substance. */
const DIET =
  /^(?:гіпоалерг|гипоаллерг|хипоалерг|hypoallerg|антиалерг|антиаллерг|vegan|веган)/u

const FREE = new RegExp(
  `without|без|free|${DIET.source.replace("^", "")}|(?<!\\p{L})no `,
  "iu"
)

/** What the short item is free of, the candidate is; and nothing else is in it. */
export function isAsFree(
  wanted: readonly string[],
  noted: string | null,
  short: Description,
  candidate: Description,
  has: string | null,
  known: readonly string[]
): boolean {
  const parts = [...wanted.flatMap(partsOf), ...freedomsIn(short, noted)]
  const field = has === null ? null : asWording(has)
  const isSaid = (part: string) =>
    says(part, candidate.wording) || (field !== null && says(part, field))
  const isFree = (part: string) =>
    isSaid(part) || isFreeByNature(part, candidate)
  if (!parts.filter((part) => FREE.test(part)).every(isFree)) return false
  const own = noted === null ? [] : partsOf(noted)
  // Of what is in the candidate nothing is known.
  if (has === null && !own.every((part) => FREE.test(part) || isSaid(part))) {
    return false
  }
  const contained = has === null ? known.flatMap(partsOf) : partsOf(has)
  return !contained.some(
    (part) =>
      !FREE.test(part) &&
      (has !== null ||
        // Oat milk, `no dairy`.
        (says(part, candidate.wording) && !isSaid(`without ${part}`))) &&
      !parts.some((one) => says(part, asWording(one))) &&
      // What the shop has noted to be in the short item is all that is in it.
      (own.some((one) => !FREE.test(one)) || !says(part, short.wording))
  )
}

function says(part: string, where: Wording): boolean {
  return wordingsOf(part).some((one) => isWithin(one, where))
}

/** What the title says that the thing is free of, in the way that values do. */
function freedomsIn({ wording }: Description, noted: string | null): string[] {
  return wording.raw.flatMap((word) => {
    if (!word.startsWith("!")) {
      return noted === null && DIET.test(word) ? [word] : []
    }
    return isAvoided(stem(word.slice(1))) ? [`without ${word.slice(1)}`] : []
  })
}

/** Of nitrile and vinyl is made what is to be free of latex. */
function isFreeByNature(part: string, { wording }: Description): boolean {
  return (
    /latex|латекс/u.test(part) &&
    wording.raw.some((word) =>
      /^(?:nitril|vinyl|нітрил|нитрил|вініл|винил)/u.test(word)
    ) &&
    !says("latex", wording)
  )
}

const asWording = remembered((value) => wordingOf(plain(value)))

/** The parts of a list, such as `dairy-free, soy-free`. */
export function partsOf(value: string): string[] {
  return value
    .split(/[,;+]/)
    .map((part) => part.trim())
    .filter(Boolean)
}
