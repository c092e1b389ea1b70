import type { Row } from "./use-stable-rows"

/** Navigation through the list from one task. */
export type Way = {
  previous: string | null
  next: string | null
  /** The next task to call; after the end of the list, its first one. */
  following: string | null
  /** From 1, counting only rows still in the list. */
  position: number | null
  total: number
}

export function wayFrom(rows: readonly Row[], id: string | null): Way {
  const at = rows.findIndex(({ task }) => task.id === id)
  const isLeft = ({ task, gone }: Row) => !gone && task.id !== id
  const present = rows.filter(({ gone }) => !gone)
  const next = rows.slice(at + 1).find(isLeft)
  const previous = rows.slice(0, Math.max(at, 0)).findLast(isLeft)
  const position = present.findIndex(({ task }) => task.id === id)
  return {
    previous: previous?.task.id ?? null,
    next: next?.task.id ?? null,
    following: (next ?? rows.find(isLeft))?.task.id ?? null,
    position: position < 0 ? null : position + 1,
    total: present.length,
  }
}
