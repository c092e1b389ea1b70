import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js"

/**
 * The number in E.164, or null if it is not valid.
 *
 * @param typed - as the customer wrote it, with or without a country prefix
 * @param country - ISO 3166-1 alpha-2 of the address, for numbers without one
 * @example toE164("067 123-45-67", "ua") // "+380671234567"
 */
export function toE164(
  typed: string | null | undefined,
  country: string | null | undefined
): string | null {
  if (!typed) {
    return null
  }
  const parsed = parsePhoneNumberFromString(typed, toCountryCode(country))
  return parsed?.isValid() ? parsed.number : null
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
