import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { FollowUpAlone } from "../api/follow-up"
import { refetchTasks } from "../api/queries"
import { serverNow } from "../clock/clock"
import { nextChange } from "./reading"

/** The server's clock must have passed the moment when we refetch. */
const GRACE_MS = 150
/** The shortest interval, if the moment has passed and nothing changes. */
const PAUSE_MS = 2_000
/** `setTimeout` overflows beyond 24 days. */
const LONGEST_MS = 86_400_000

/** Refetches when the first of these timers changes without a command. */
export const useRefetchAtNextChange = (
  tasks: readonly FollowUpAlone[]
): void => {
  const client = useQueryClient()
  const at = tasks.reduce<number | null>((earliest, task) => {
    const change = nextChange(task)
    return change !== null && (earliest === null || change < earliest)
      ? change
      : earliest
  }, null)
  const askedAt = tasks[0]?.as_of

  useEffect(() => {
    if (at === null) {
      return
    }
    const wait = at - serverNow()
    const timeout = setTimeout(
      () => refetchTasks(client),
      Math.min(wait > 0 ? wait + GRACE_MS : PAUSE_MS, LONGEST_MS)
    )
    return () => clearTimeout(timeout)
  }, [client, at, askedAt])
}
