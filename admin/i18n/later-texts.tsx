import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "./use-text"

type Load = () => Promise<{ default: object }>

type Languages = Readonly<Record<"bg" | "en" | "ru" | "uk", Load>>

/**
 * Texts of what is seldom opened: a component that renders its children once
 * they have loaded, only in the dashboard's language. With all languages they
 * would be a third of what the desk loads. Texts from the store's own `i18n`
 * take precedence.
 *
 * @param name - tells them from other texts that are loaded later
 * @param texts - loads the texts of a language
 */
export const laterTexts = (name: string, texts: Languages) =>
  function LaterTexts({
    children,
    meanwhile = null,
  }: {
    children: ReactNode
    meanwhile?: ReactNode
  }) {
    const { i18n } = useTranslation()
    const language = isOneOf(texts, i18n.language) ? i18n.language : "en"
    const { isSuccess } = useQuery({
      queryKey: [NAMESPACE, "texts", name, language],
      queryFn: async () => {
        const { default: loaded } = await texts[language]()
        i18n.addResourceBundle(language, NAMESPACE, loaded, true, false)
        return language
      },
      staleTime: Infinity,
      gcTime: Infinity,
      throwOnError: true,
    })
    return isSuccess ? children : meanwhile
  }

function isOneOf(
  texts: Languages,
  language: string
): language is keyof Languages {
  return Object.hasOwn(texts, language)
}
