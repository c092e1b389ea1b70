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
 * regional variant, preferably one in the same writing: `zh-TW` takes `zh-Hant`
 * before `zh-CN`.
 */
export function textIn(
  texts: Readonly<Record<string, string>>,
  language: string
): string | undefined {
  const wanted = language.toLowerCase()
  const [base] = wanted.split("-")
  const known = Object.keys(texts).filter((tag) => texts[tag]?.trim())
  const variants = known.filter(
    (tag) => tag.toLowerCase().split("-")[0] === base
  )
  const tag =
    known.find((tag) => tag.toLowerCase() === wanted) ??
    variants.find((tag) => tag.toLowerCase() === base) ??
    variants.find((tag) => writingOf(tag) === writingOf(language)) ??
    variants[0]
  return tag === undefined ? undefined : texts[tag]
}

/** Whether both are one language, whatever the region. */
export function isSameLanguage(
  one: string,
  other: string | undefined
): boolean {
  const base = (tag: string | undefined) => tag?.toLowerCase().split("-")[0]
  return base(one) === base(other)
}

/** The likely writing system of a language tag, such as `Hant` of `zh-TW`. */
function writingOf(tag: string): string | undefined {
  return isLanguageTag(tag) ? new Intl.Locale(tag).maximize().script : undefined
}

/**
 * The language tag for a code as the dashboard and Medusa's stores write it:
 * `pt-BR` for `ptBR` and for `pt_BR`. Other texts are returned as they are.
 */
export function asLanguageTag(code: string): string {
  return code.replace(/^([a-z]{2,3})([A-Z]{2})$/, "$1-$2").replaceAll("_", "-")
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
  const written = asLanguageTag(tag ?? "")
  return isLanguageTag(written)
    ? Intl.getCanonicalLocales(written)[0]
    : undefined
}
