import { useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminFollowUpAbsenceListResponse,
  AdminFollowUpLookBackResponse,
} from "../../src/api/admin/follow-ups/absences/types"
import { askWithoutClock, change } from "./client"
import { followUpKeys } from "./keys"
import { refetchTasks, retry } from "./queries"

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
  const lookBack = async (days: number, dry_run: boolean) => {
    const answer = await change<AdminFollowUpLookBackResponse>("/look-back", {
      days,
      dry_run,
    })
    return answer.look_back
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
    tryLookBack: (days: number) => lookBack(days, true),
    lookBack: async (days: number) => {
      const opened = await lookBack(days, false)
      refetchTasks(client)
      return opened
    },
  }
}
