import type { Text } from "../../i18n/use-text"
import { displayName } from "../playbooks/condition-text"

/**
 * The language of the text that the server refused, as in `texts.uk is broken
 * in line 2, column 6: …`; null where it refused something else.
 */
export function brokenLanguage(message: string): string | null {
  return (
    /\b(?:texts|scripts)\.([\w-]+) is broken in line/.exec(message)?.[1] ?? null
  )
}

/** Why the server refused: a broken text's fault is said below the text itself. */
export function refusalText(t: Text, message: string): string {
  const language = brokenLanguage(message)
  return language === null
    ? message
    : t("settings.scripts.broken", {
        language: displayName(t, "language", language),
      })
}
