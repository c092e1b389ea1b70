import { laterTexts } from "../i18n/later-texts"

/** Renders its children once the texts of the settings have loaded. */
export const SettingsTexts = laterTexts("settings", {
  bg: async () => await import("./texts/bg.json"),
  en: async () => await import("./texts/en.json"),
  ru: async () => await import("./texts/ru.json"),
  uk: async () => await import("./texts/uk.json"),
})
