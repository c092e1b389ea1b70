import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { languageTag } from "./language-tag"
import { readable } from "./readable"
import type { TextGroup, TextKey, TextValues } from "./text-key"

/** The i18n namespace of our texts, in every language. */
export const NAMESPACE = "followUps"

/** The languages of our texts; in any other, they are shown in English. */
const OURS = /^(bg|en|ru|uk)(-|$)/

export type Text = {
  (key: TextKey, values?: TextValues): string
  /**
   * The text for a word we may not know (a channel, a Medusa status). A shop
   * translates its own under the same key; without a translation, shows
   * `otherwise`, or the word made readable.
   */
  of: (group: TextGroup, word: string, otherwise?: string) => string
  /** The language of the displayed texts, for `Intl`. */
  locale: string
  /** The dashboard's language as a language tag, for the server. */
  language: string
}

/** Our texts in the dashboard's language; English if it is not translated. */
export const useText = (): Text => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const language = languageTag(i18n.language)
  return useMemo(() => {
    const text = (key: TextKey, values?: TextValues) =>
      String(t(key, values ?? {}))
    return Object.assign(text, {
      of: (group: TextGroup, word: string, otherwise = readable(word)) =>
        String(t(`${group}.${word}`, { defaultValue: otherwise })),
      locale: OURS.test(language) ? language : "en",
      language,
    })
  }, [t, language])
}
