import { useState } from "react"
import type { FollowUp } from "../api/follow-up"
import { rowKeys, type RowKeys } from "./row-keys"
import {
  arrangeRows,
  type Arrangement,
  type Hold,
  withoutGone,
} from "./arrange-rows"

export type Row = {
  /** Stays the same while one task of the call after another leads. */
  key: string
  /** The one that leads the call. */
  task: FollowUp
  gone: boolean
}

/** The row of a task; null if it was in none. */
type RowOf = (task_id: string) => string | null

type Kept = {
  list: string
  latest: readonly FollowUp[] | undefined
  hold: Hold
  arrangement: Arrangement | null
  /** By row; one that is gone is shown in its last known state. */
  tasks: ReadonlyMap<string, FollowUp>
  keys: RowKeys
}

/**
 * The rows to show, in places that are stable while the list is in use.
 *
 * @param list - the list's key; a new key (tab, filter, page) is a new list and
 *   is shown in the server's order
 * @param anchorOf - the row with keyboard focus, or whose call sheet is open
 */
export const useStableRows = (
  list: string,
  latest: readonly FollowUp[] | undefined,
  hold: Hold,
  anchorOf: (rowOf: RowOf) => string | null
) => {
  const [kept, setKept] = useState<Kept>(() => ({
    list,
    latest: undefined,
    hold,
    arrangement: null,
    tasks: new Map(),
    keys: new Map(),
  }))
  let current = kept
  if (kept.list !== list || kept.latest !== latest || kept.hold !== hold) {
    current = follow(kept, list, latest, hold, anchorOf)
    setKept(current)
  }

  return {
    rows: rowsOf(current),
    rowOf: rowIn(current.keys),
    held: current.arrangement?.held ?? [],
    /** Reorders the list now and shows the held rows. */
    show: () =>
      setKept((was) => follow(was, was.list, was.latest, "free", anchorOf)),
    /** Removes the rows that are gone, except one. */
    sweep: (except: string | null) =>
      setKept((was) =>
        was.arrangement
          ? {
              ...was,
              arrangement: {
                ...was.arrangement,
                places: withoutGone(was.arrangement.places, except),
              },
            }
          : was
      ),
  }
}

function follow(
  was: Kept,
  list: string,
  latest: readonly FollowUp[] | undefined,
  hold: Hold,
  anchorOf: (rowOf: RowOf) => string | null
): Kept {
  const shown = was.list === list ? (was.arrangement?.places ?? null) : null
  if (!latest) {
    return { ...was, list, latest, hold, arrangement: null }
  }
  const { rows, keys } = rowKeys(latest, was.keys)
  return {
    list,
    latest,
    hold,
    arrangement: arrangeRows({
      shown,
      latest: rows.map(({ key }) => key),
      hold,
      anchor: anchorOf(rowIn(keys)),
    }),
    tasks: new Map([
      ...(shown ? was.tasks : []),
      ...rows.map(({ key, task }) => [key, task] as const),
    ]),
    keys,
  }
}

const rowIn =
  (keys: RowKeys): RowOf =>
  (task_id) =>
    keys.get(task_id) ?? null

function rowsOf({ arrangement, tasks }: Kept): Row[] {
  return (arrangement?.places ?? []).flatMap(({ id, gone }) => {
    const task = tasks.get(id)
    return task ? [{ key: id, task, gone }] : []
  })
}
