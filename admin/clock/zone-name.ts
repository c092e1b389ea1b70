/** CLDR puts it before a zone's name in Ukrainian; the texts say it already. */
const SAID_ALREADY = /^час: /

/** To name one takes the browser a millisecond, and there are 400. */
const names = new Map<string, string>()

/**
 * A time zone as people call it, in a language: `Ukraine Time`, `Україна`.
 *
 * @param locale - a language tag
 */
export function zoneName(timeZone: string, locale: string): string {
  const key = `${locale} ${timeZone}`
  const known = names.get(key)
  if (known !== undefined) {
    return known
  }
  const name = zonePart(timeZone, locale, "shortGeneric").replace(
    SAID_ALREADY,
    ""
  )
  names.set(key, name)
  return name
}

/** `GMT+2`, at a moment. */
export function zoneOffset(timeZone: string, at: number): string {
  return zonePart(timeZone, "en", "shortOffset", at)
}

function zonePart(
  timeZone: string,
  locale: string,
  timeZoneName: "shortOffset" | "shortGeneric",
  at?: number
): string {
  return (
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? ""
  )
}
