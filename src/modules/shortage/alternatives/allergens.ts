import type { Description } from "./description"
import { plain, remembered } from "./letters"
import { isWithin } from "./same-wording"
import { type Wording, wordingOf, wordingsOf } from "./wording"

const FREE =
  /without|без|free|гіпоалерг|гипоаллерг|хипоалерг|hypoallerg|антиалерг|антиаллерг|(?<!\p{L})no /iu

/** What the short item is free of, the candidate is; and nothing else is in it. */
export function isAsFree(
  wanted: readonly string[],
  noted: string | null,
  short: Description,
  candidate: Description,
  has: string | null,
  known: readonly string[]
): boolean {
  const parts = wanted.flatMap(partsOf)
  const text = candidate.wording
  const field = has === null ? null : asWording(has)
  const says = (part: string, where: Wording) =>
    wordingsOf(part).some((one) => isWithin(one, where))
  const isFree = (part: string) =>
    says(part, text) || (field !== null && says(part, field))
  if (!parts.filter((part) => FREE.test(part)).every(isFree)) return false
  const own = short.wording
  const contained = has === null ? known.flatMap(partsOf) : partsOf(has)
  return !contained.some(
    (part) =>
      !FREE.test(part) &&
      (has !== null || says(part, text)) &&
      !parts.some((one) => says(part, asWording(one))) &&
      // What the shop has noted of the short item is all that is in it.
      (noted !== null || !says(part, own))
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
