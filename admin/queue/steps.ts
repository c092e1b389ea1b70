import type { Row } from "./use-stable-rows"

/** Navigation through the list from one row. */
export type Way = {
  previous: Row | null
  next: Row | null
  /** The next customer to call; after the end of the list, its first one. */
  following: Row | null
  /** From 1, counting only rows still in the list. */
  position: number | null
  total: number
}

/** @param from - the key of a row */
export function wayFrom(rows: readonly Row[], from: string | null): Way {
  const at = rows.findIndex(({ key }) => key === from)
  const isLeft = ({ key, gone }: Row) => !gone && key !== from
  const present = rows.filter(({ gone }) => !gone)
  const next = rows.slice(at + 1).find(isLeft)
  const previous = rows.slice(0, Math.max(at, 0)).findLast(isLeft)
  const position = present.findIndex(({ key }) => key === from)
  return {
    previous: previous ?? null,
    next: next ?? null,
    following: next ?? rows.find(isLeft) ?? null,
    position: position < 0 ? null : position + 1,
    total: present.length,
  }
}
