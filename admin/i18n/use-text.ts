import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { readable } from "./readable"
import type { TextGroup, TextKey, TextValues } from "./text-key"

/** The namespace that our texts are under, in every language. */
export const NAMESPACE = "followUps"

const LOCALES: Record<string, string> = {
  bg: "bg",
  en: "en",
  enGB: "en-GB",
  ru: "ru",
  uk: "uk",
}

export type Text = {
  (key: TextKey, values?: TextValues): string
  /**
   * The text for a word that may be one we do not know (a channel, a status of
   * Medusa's): a shop translates its own under the same key, and else the bare
   * word is made readable, or `otherwise` stands for it.
   */
  of: (group: TextGroup, word: string, otherwise?: string) => string
  /** For `Intl`: the language that our texts are shown in. */
  locale: string
  /** As the dashboard calls its language; for the server. */
  language: string
}

/** Our texts in the dashboard's language; English where we lack that. */
export const useText = (): Text => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const language = i18n.language
  return useMemo(() => {
    const text = (key: TextKey, values?: TextValues) =>
      String(t(key, values ?? {}))
    return Object.assign(text, {
      of: (group: TextGroup, word: string, otherwise = readable(word)) =>
        String(t(`${group}.${word}`, { defaultValue: otherwise })),
      locale: LOCALES[language] ?? "en",
      language,
    })
  }, [t, language])
}
