export type Metadata = Readonly<Record<string, unknown>> | null | undefined

/** Where storefronts keep it, if the shop names no key. */
const USUAL_KEYS = ["note", "comment"] as const

/** As much as a person reads before a call. */
const LONGEST = 2_000

/**
 * What the customer wrote with the order; null if nothing.
 *
 * @param key - of the order's metadata, as the shop's option names it
 */
export function customerComment(
  metadata: Metadata,
  key: string | null
): string | null {
  const keys = key === null ? USUAL_KEYS : [key]
  for (const each of keys) {
    const comment = textIn(metadata, each)
    if (comment !== null) {
      return comment.slice(0, LONGEST)
    }
  }
  return null
}

/** A text in metadata; null if it is blank or something else. */
export function textIn(metadata: Metadata, key: string): string | null {
  const text = metadata?.[key]
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null
}
