import type { FollowUp } from "../api/follow-up"
import type { Row } from "./use-stable-rows"

/** Navigation through the list from one row. */
export type Way = {
  previous: Row | null
  next: Row | null
  /** The next customer to call; after the end of the list, its first one. */
  following: Row | null
  /** From 1, among the rows still in the list and the one that it is from. */
  position: number | null
  total: number
}

/** @param from - the key of a row */
export function wayFrom(rows: readonly Row[], from: string | null): Way {
  const at = rows.findIndex(({ key }) => key === from)
  const isLeft = ({ key, gone }: Row) => !gone && key !== from
  // A question may be open on what has just left the list.
  const counted = rows.filter(({ key, gone }) => !gone || key === from)
  const next = rows.slice(at + 1).find(isLeft)
  const previous = rows.slice(0, Math.max(at, 0)).findLast(isLeft)
  const position = counted.findIndex(({ key }) => key === from)
  return {
    previous: previous ?? null,
    next: next ?? null,
    following: next ?? rows.find(isLeft) ?? null,
    position: position < 0 ? null : position + 1,
    total: counted.length,
  }
}

/**
 * What leads a row in place of the task that is on the sheet: once a number is
 * known to be wrong, it is to be asked for.
 *
 * @param key - of the row
 */
export function openedBehind(
  rows: readonly Row[],
  key: string | null,
  taskId: string | null
): FollowUp | null {
  const { task, gone = true } = rows.find((row) => row.key === key) ?? {}
  return task && !gone && task.status === "open" && task.id !== taskId
    ? task
    : null
}
