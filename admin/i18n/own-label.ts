import type { Text } from "./use-text"

/** What the shop's own code calls it in the dashboard's language; null where it is ours. */
export function ownLabel(
  t: Text,
  label: Readonly<Record<string, string>> | null | undefined
): string | null {
  return (
    label?.[t.language] ?? label?.en ?? Object.values(label ?? {})[0] ?? null
  )
}
