/** The languages that there is or may be a text in: the plugin's own first. */
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

/** Those that the dashboard and the plugin's scripts are written in. */
const PLUGIN_LANGUAGES = ["en", "uk", "ru", "bg"]

/** The texts with one of them changed; one that says nothing is not kept. */
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

/** Others that shops of these parts speak with their customers. */
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
