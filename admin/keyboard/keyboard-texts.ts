import { laterTexts } from "../i18n/later-texts"

/** Renders its children once the texts about keys have loaded. */
export const KeyboardTexts = laterTexts("keyboard", {
  bg: async () => await import("./texts/bg.json"),
  en: async () => await import("./texts/en.json"),
  ru: async () => await import("./texts/ru.json"),
  uk: async () => await import("./texts/uk.json"),
})
