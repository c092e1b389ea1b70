/** The languages that the plugin's own texts are written in. */
export const SCRIPT_LANGUAGES = ["en", "uk", "ru", "bg"] as const
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number]

/**
 * The languages to speak with a customer, the best one first: that of the
 * order, that of their country, and that of the dashboard.
 *
 * @param locale - the order's language tag, where Medusa knows it
 * @param country_code - ISO 3166-1 alpha-2, in either case
 * @param asked - a language tag
 */
export function customerLanguages(
  {
    locale,
    country_code,
  }: { locale: string | null; country_code: string | null },
  asked: string
): string[] {
  const languages = [locale, languageOfCountry(country_code), asked].flatMap(
    (tag) => canonical(tag) ?? []
  )
  return [...new Set(languages)]
}

/**
 * The text in exactly this language, else in its base language, else in another
 * regional variant.
 */
export function textIn(
  texts: Readonly<Record<string, string>>,
  language: string
): string | undefined {
  const wanted = language.toLowerCase()
  const [base] = wanted.split("-")
  const known = Object.keys(texts).filter((tag) => texts[tag]?.trim())
  const tag =
    known.find((tag) => tag.toLowerCase() === wanted) ??
    known.find((tag) => tag.toLowerCase() === base) ??
    known.find((tag) => tag.toLowerCase().split("-")[0] === base)
  return tag === undefined ? undefined : texts[tag]
}

/** Whether it is a language tag such as `uk` or `pt-BR`. */
export function isLanguageTag(text: string): boolean {
  try {
    // `Intl` accepts "English" as a tag, too; language codes are not that long.
    return /^[a-z]{2,3}(-|$)/i.test(Intl.getCanonicalLocales(text)[0] ?? "")
  } catch {
    return false
  }
}

/**
 * The most widely spoken language of a country.
 *
 * Source: the likely subtags of Unicode CLDR, as `Intl` has them.
 */
function languageOfCountry(country_code: string | null): string | null {
  return country_code && /^[a-z]{2}$/i.test(country_code)
    ? new Intl.Locale(`und-${country_code.toUpperCase()}`).maximize().language
    : null
}

/** A language that a shop stores may be invalid. */
function canonical(tag: string | null): string | undefined {
  const written = tag?.replaceAll("_", "-") ?? ""
  return isLanguageTag(written)
    ? Intl.getCanonicalLocales(written)[0]
    : undefined
}
