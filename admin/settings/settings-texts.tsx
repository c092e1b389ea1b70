import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/use-text"

const TEXTS = {
  bg: async () => await import("./texts/bg.json"),
  en: async () => await import("./texts/en.json"),
  ru: async () => await import("./texts/ru.json"),
  uk: async () => await import("./texts/uk.json"),
}

function isOurs(language: string): language is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, language)
}

/**
 * Renders its children once the texts of the settings, and of what else is
 * seldom opened, have loaded, only in the
 * dashboard's language: with all languages they would be a third of what the
 * desk loads. Texts from the store's own `i18n` take precedence.
 */
export const SettingsTexts = ({
  children,
  meanwhile = null,
}: {
  children: ReactNode
  meanwhile?: ReactNode
}) => {
  const { i18n } = useTranslation()
  const language = isOurs(i18n.language) ? i18n.language : "en"
  const { isSuccess } = useQuery({
    queryKey: [NAMESPACE, "settings-texts", language],
    queryFn: async () => {
      const { default: texts } = await TEXTS[language]()
      i18n.addResourceBundle(language, NAMESPACE, texts, true, false)
      return language
    },
    staleTime: Infinity,
    gcTime: Infinity,
    throwOnError: true,
  })
  return isSuccess ? children : meanwhile
}
