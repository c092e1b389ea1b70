import { useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminFollowUpAbsenceListResponse,
  AdminFollowUpLookBackResponse,
} from "../../src/api/admin/follow-ups/absences/types"
import { askWithoutClock, change } from "./client"
import { followUpKeys } from "./keys"
import { refetchTasks, retry } from "./queries"
import { readAnew } from "./read-anew"

const KEY = [...followUpKeys.all, "absences"] as const

/** What was left out after absences of the plugin, until it is dismissed. */
export const useAbsences = () =>
  useQuery({
    retry,
    queryKey: KEY,
    queryFn: async () => {
      const answer =
        await askWithoutClock<AdminFollowUpAbsenceListResponse>("/absences")
      return answer.absences
    },
  })

/** Each promise rejects with the server's error. */
export const useAbsenceChanges = () => {
  const client = useQueryClient()
  /** Part by part, each of some seconds. */
  const lookBack = async (
    days: number,
    dry_run: boolean,
    onLookedAt: (count: number) => void
  ) => {
    let sum = NOTHING
    do {
      const { look_back } = await change<AdminFollowUpLookBackResponse>(
        "/look-back",
        { days, dry_run, ...(sum.next && { after: sum.next }) }
      )
      sum = added(sum, look_back)
      onLookedAt(sum.looked_at)
    } while (sum.next)
    return sum
  }
  return {
    dismiss: async () => {
      const { absences } = await change<AdminFollowUpAbsenceListResponse>(
        "/absences/dismiss",
        {}
      )
      client.setQueryData(KEY, absences)
    },
    /** Counts what looking back would open. Changes nothing. */
    tryLookBack: (days: number, onLookedAt: (count: number) => void) =>
      lookBack(days, true, onLookedAt),
    lookBack: async (days: number, onLookedAt: (count: number) => void) => {
      try {
        return await lookBack(days, false, onLookedAt)
      } finally {
        refetchTasks(client)
        // Nothing of an absence in that time is left out any more.
        void readAnew(client, { queryKey: KEY })
      }
    },
  }
}

export type LookedBack = Omit<
  AdminFollowUpLookBackResponse["look_back"],
  "dry_run"
>

const NOTHING: LookedBack = { looked_at: 0, records: 0, types: [], next: null }

function added(sum: LookedBack, part: LookedBack): LookedBack {
  const types = new Map(sum.types.map((each) => [each.type, each]))
  for (const { type, count, late } of part.types) {
    const before = types.get(type)
    types.set(type, {
      type,
      count: count + (before?.count ?? 0),
      late: late + (before?.late ?? 0),
    })
  }
  return {
    looked_at: sum.looked_at + part.looked_at,
    records: sum.records + part.records,
    types: [...types.values()],
    next: part.next,
  }
}
