import { useState } from "react"
import type { FollowUp } from "../api/follow-up"
import {
  arrangeRows,
  type Arrangement,
  type Hold,
  withoutGone,
} from "./arrange-rows"

export type Row = { task: FollowUp; gone: boolean }

type Kept = {
  list: string
  latest: readonly FollowUp[] | undefined
  hold: Hold
  arrangement: Arrangement | null
  /** By id; a row that is gone is shown in its last known state. */
  tasks: ReadonlyMap<string, FollowUp>
}

/**
 * The rows to show, in places that are stable while the list is in use.
 *
 * @param list - the list's key; a new key (tab, filter, page) is a new list and
 *   is shown in the server's order
 */
export const useStableRows = (
  list: string,
  latest: readonly FollowUp[] | undefined,
  hold: Hold,
  anchor: string | null
) => {
  const [kept, setKept] = useState<Kept>(() => ({
    list,
    latest: undefined,
    hold,
    arrangement: null,
    tasks: new Map(),
  }))
  let current = kept
  if (kept.list !== list || kept.latest !== latest || kept.hold !== hold) {
    current = follow(kept, list, latest, hold, anchor)
    setKept(current)
  }

  return {
    rows: rowsOf(current),
    held: current.arrangement?.held ?? [],
    /** Reorders the list now and shows the held rows. */
    show: () =>
      setKept((was) => follow(was, was.list, was.latest, "free", anchor)),
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
  anchor: string | null
): Kept {
  const shown = was.list === list ? (was.arrangement?.places ?? null) : null
  if (!latest) {
    return { ...was, list, latest, hold, arrangement: null }
  }
  return {
    list,
    latest,
    hold,
    arrangement: arrangeRows({
      shown,
      latest: latest.map(({ id }) => id),
      hold,
      anchor,
    }),
    tasks: new Map([
      ...(shown ? was.tasks : []),
      ...latest.map((task) => [task.id, task] as const),
    ]),
  }
}

function rowsOf({ arrangement, tasks }: Kept): Row[] {
  return (arrangement?.places ?? []).flatMap(({ id, gone }) => {
    const task = tasks.get(id)
    return task ? [{ task, gone }] : []
  })
}
