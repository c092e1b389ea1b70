/** The languages that have or may have a text: the plugin's own first. */
export function languagesOf(
  own: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>
): string[] {
  return [
    ...new Set([
      ...PLUGIN_LANGUAGES,
      ...Object.keys(own),
      ...Object.keys(texts),
    ]),
  ]
}

/** The languages of the dashboard and of the plugin's scripts. */
const PLUGIN_LANGUAGES = ["en", "uk", "ru", "bg"]

/** Sets the text of one language; removes it if it is blank. */
export function withText(
  texts: Readonly<Record<string, string>>,
  language: string,
  text: string
): Record<string, string> {
  const others = Object.entries(texts).filter(([other]) => other !== language)
  return Object.fromEntries(
    text.trim() === "" ? others : [...others, [language, text]]
  )
}

/** Other languages that shops in the region use with their customers. */
export const OTHER_LANGUAGES = [
  "cs",
  "da",
  "de",
  "el",
  "es",
  "et",
  "fi",
  "fr",
  "hr",
  "hu",
  "it",
  "ka",
  "kk",
  "lt",
  "lv",
  "mk",
  "nl",
  "pl",
  "pt",
  "ro",
  "sk",
  "sl",
  "sq",
  "sr",
  "sv",
  "tr",
]
