import type { Text } from "./use-text"

/** The name of a language, country or currency in the dashboard's language. */
export function displayName(
  t: Text,
  type: "region" | "language",
  code: string
): string {
  try {
    return new Intl.DisplayNames([t.locale], { type }).of(code) ?? code
  } catch {
    return code
  }
}
