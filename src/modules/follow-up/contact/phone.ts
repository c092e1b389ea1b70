import {
  type CountryCode,
  findPhoneNumbersInText,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js"

/**
 * The first number in the text in E.164, or null if there is no valid one.
 *
 * @param typed - as the customer wrote it, see `numbersIn`
 * @param country - ISO 3166-1 alpha-2 of the address, for numbers without one
 * @example toE164("067 123-45-67", "ua") // "+380671234567"
 */
export function toE164(
  typed: string | null | undefined,
  country: string | null | undefined
): string | null {
  return numbersIn(typed, country)[0] ?? null
}

/**
 * The valid numbers in a text, in E.164 and in its order. The text may have
 * several numbers and words between them. A number that is none in the country
 * is read as if it had a "+" in front.
 *
 * @param country - ISO 3166-1 alpha-2 of the address, for numbers without one
 * @example
 * numbersIn("067-555-12-12, 050-555-13-13 (Olena)", "ua")
 * // ["+380675551212", "+380505551313"]
 */
export function numbersIn(
  typed: string | null | undefined,
  country: string | null | undefined
): string[] {
  const code = toCountryCode(country)
  const text = (typed ?? "")
    .slice(0, LONGEST_TEXT)
    .replace(PLUS_OF_NATIONAL, ",")
  const found = text
    .split(BETWEEN_NUMBERS)
    .flatMap((part) => numbersOfPart(part, code))
  return [
    ...new Set(
      // Some write one number as 067,123,45,67.
      found.length > 0 ? found : numbersOfPart(text.replaceAll(",", " "), code)
    ),
  ]
}

/** Reading takes time, and nobody types more than this for a phone number. */
const LONGEST_TEXT = 250

/** No country code starts with 0, as in `+067 123 45 67`. */
const PLUS_OF_NATIONAL = /\+(?=[\s(]*0)/g

/**
 * The library takes what follows a comma or semicolon for an extension. A time,
 * such as 18:00, would be taken for the beginning of a number.
 */
const BETWEEN_NUMBERS = /[,;\n]|\b\d{1,2}:\d{2}\b|(?=\+)/

function numbersOfPart(
  part: string,
  country: CountryCode | undefined
): string[] {
  const whole = validNumber(part, country)
  if (whole) {
    return [whole]
  }
  const withoutPlus = numbersWithoutPlus(part, country)
  return withoutPlus.length > 0 ? withoutPlus : numbersFound(part, country)
}

/**
 * `48 512 345 678` in Ukraine. Where the country is unknown, ten digits may be
 * a number of any.
 */
function numbersWithoutPlus(
  part: string,
  country: CountryCode | undefined
): string[] {
  const runs = country ? TEN_DIGITS_OR_MORE : ELEVEN_DIGITS_OR_MORE
  return [...part.matchAll(runs)].flatMap(
    ([run]) => validNumber(run, country) ?? validNumber(`+${run}`) ?? []
  )
}

const TEN_DIGITS_OR_MORE = /(?<!\d[\s().-]*)[1-9](?:[\s().-]*\d){9,14}/g
const ELEVEN_DIGITS_OR_MORE = /(?<!\d[\s().-]*)[1-9](?:[\s().-]*\d){10,14}/g

/**
 * Numbers between words or other numbers. In the middle of other digits, only
 * what begins with 0 is one, as in `flat 12 067 123 45 67`.
 */
function numbersFound(
  part: string,
  country: CountryCode | undefined
): string[] {
  const numbers = findPhoneNumbersInText(part, { defaultCountry: country })
    .filter(
      ({ startsAt }, index, all) =>
        /^[(\s]*[+0]/.test(part.slice(startsAt)) ||
        !/\d[\s().-]*$/.test(part.slice(all[index - 1]?.endsAt ?? 0, startsAt))
    )
    .map(({ number }) => number.number)
  if (numbers.length > 0) {
    return numbers
  }
  const zero = /(?<=\d[\s().-]+)0/.exec(part)
  return zero ? numbersFound(part.slice(zero.index), country) : []
}

function validNumber(text: string, country?: CountryCode): string | null {
  const number = parsePhoneNumberFromString(text, country)
  return number?.isValid() ? number.number : null
}

/** No phone number anywhere has fewer digits than this. */
const MIN_DIGITS = 5

/**
 * Whether a typed number could be called. If its country is unknown, a number
 * without a prefix gets the benefit of the doubt.
 */
export function isCallable(
  typed: string | null | undefined,
  country: string | null | undefined
): boolean {
  return (
    toE164(typed, country) !== null ||
    (!toCountryCode(country) &&
      (typed ?? "").replace(/\D/g, "").length >= MIN_DIGITS)
  )
}

/** Whether the phone library knows this country, in either case. */
export function isPhoneCountry(country: string): boolean {
  return isSupportedCountry(country.toUpperCase())
}

function toCountryCode(
  country: string | null | undefined
): CountryCode | undefined {
  const upper = country?.toUpperCase()
  return upper && isSupportedCountry(upper) ? upper : undefined
}
