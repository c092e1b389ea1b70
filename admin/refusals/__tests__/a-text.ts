import { createInstance } from "i18next"
import deliveryWindowBg from "../../delivery-window/texts/bg.json"
import deskBg from "../../i18n/bg.json"
import keyboardBg from "../../keyboard/texts/bg.json"
import settingsBg from "../../settings/texts/bg.json"
import shortageBg from "../../shortage/texts/bg.json"
import deliveryWindowEn from "../../delivery-window/texts/en.json"
import deskEn from "../../i18n/en.json"
import keyboardEn from "../../keyboard/texts/en.json"
import settingsEn from "../../settings/texts/en.json"
import shortageEn from "../../shortage/texts/en.json"
import deliveryWindowRu from "../../delivery-window/texts/ru.json"
import deskRu from "../../i18n/ru.json"
import keyboardRu from "../../keyboard/texts/ru.json"
import settingsRu from "../../settings/texts/ru.json"
import shortageRu from "../../shortage/texts/ru.json"
import deliveryWindowUk from "../../delivery-window/texts/uk.json"
import deskUk from "../../i18n/uk.json"
import keyboardUk from "../../keyboard/texts/uk.json"
import settingsUk from "../../settings/texts/uk.json"
import shortageUk from "../../shortage/texts/uk.json"
import { readable } from "../../i18n/readable"
import type { TextGroup, TextKey, TextValues } from "../../i18n/text-key"
import type { Text } from "../../i18n/use-text"

export const TEXTS = {
  bg: together(deskBg, keyboardBg, settingsBg, shortageBg, deliveryWindowBg),
  en: together(deskEn, keyboardEn, settingsEn, shortageEn, deliveryWindowEn),
  ru: together(deskRu, keyboardRu, settingsRu, shortageRu, deliveryWindowRu),
  uk: together(deskUk, keyboardUk, settingsUk, shortageUk, deliveryWindowUk),
}

export type Language = keyof typeof TEXTS

type Keys = { keys: object }
type Refusals = { refusals: object }
type RefusedFields = { refusedFields: object }

/** The desk's texts, and those that are loaded later. */
function together<
  TDesk extends Refusals & Keys,
  TKeyboard extends Keys,
  TSettings extends object,
  TShortage extends Refusals & RefusedFields,
  TDeliveryWindow extends Refusals & RefusedFields,
>(
  desk: TDesk,
  keyboard: TKeyboard,
  settings: TSettings,
  shortage: TShortage,
  deliveryWindow: TDeliveryWindow
) {
  return {
    ...desk,
    ...settings,
    ...shortage,
    ...deliveryWindow,
    keys: { ...desk.keys, ...keyboard.keys },
    refusals: {
      ...desk.refusals,
      ...shortage.refusals,
      ...deliveryWindow.refusals,
    },
    refusedFields: {
      ...shortage.refusedFields,
      ...deliveryWindow.refusedFields,
    },
  }
}

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
