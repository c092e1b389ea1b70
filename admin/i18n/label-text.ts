import { nearestText } from "./language-tag"
import type { Text } from "./use-text"

/**
 * A label of a kind of work in the dashboard's language; falls back to English,
 * then to any language; null if it has none.
 */
export function labelText(
  t: Pick<Text, "language">,
  label: Readonly<Record<string, string>> | null | undefined
): string | null {
  const texts = label ?? {}
  return (
    nearestText(texts, t.language) ??
    texts.en ??
    Object.values(texts)[0] ??
    null
  )
}
