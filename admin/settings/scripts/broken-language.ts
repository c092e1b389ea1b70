import { Refused } from "../../api/refused"

/** The language of the text with the server's error; null for other errors. */
export function brokenLanguage(error: unknown): string | null {
  if (!(error instanceof Refused) || !error.code?.startsWith("script_")) {
    return null
  }
  const language = error.path.at(-1)
  return typeof language === "string" ? language : null
}
