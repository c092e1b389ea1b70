import type { Text } from "../../i18n/use-text"

/** Each text is its own key. */
export const keysForTexts: Text = Object.assign((key: string) => key, {
  of: (_: string, word: string) => word,
  locale: "en",
  language: "en",
})
