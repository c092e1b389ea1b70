import { createInstance } from "i18next"
import bg from "../../i18n/bg.json"
import en from "../../i18n/en.json"
import ru from "../../i18n/ru.json"
import uk from "../../i18n/uk.json"
import { readable } from "../../i18n/readable"
import type { TextGroup, TextKey, TextValues } from "../../i18n/text-key"
import type { Text } from "../../i18n/use-text"

export const TEXTS = { bg, en, ru, uk }

export type Language = keyof typeof TEXTS

/** Our texts as the dashboard's i18next gives them out. */
export function textIn(language: Language): Text {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: TEXTS[language] } },
  })
  const text = (key: TextKey, values?: TextValues) =>
    String(i18n.t(key, values ?? {}))
  return Object.assign(text, {
    of: (group: TextGroup, word: string, otherwise = readable(word)) =>
      String(i18n.t(`${group}.${word}`, { defaultValue: otherwise })),
    locale: language,
    language,
  })
}
