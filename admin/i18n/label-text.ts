import type { Text } from "./use-text"

/**
 * What a kind of work calls something, in the dashboard's language: else in
 * English, else in any that there is; null where it calls it nothing.
 */
export function labelText(
  t: Pick<Text, "language">,
  label: Readonly<Record<string, string>> | null | undefined
): string | null {
  return (
    label?.[t.language] ?? label?.en ?? Object.values(label ?? {})[0] ?? null
  )
}
