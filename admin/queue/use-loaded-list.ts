import { useRef } from "react"
import type { FollowUp } from "../api/follow-up"
import { useFollowUps } from "../api/queries"
import { useRefetchAtNextChange } from "../timer/use-refetch-at"
import { listParams, type QueueParams } from "./queue-params"

type Loaded = { name: string; tasks: FollowUp[]; count: number }

/**
 * The list that the address asks for. While another one is on its way, the one
 * before it stays, under its own name, so that nothing flickers.
 */
export const useLoadedList = (params: QueueParams) => {
  const asked = listParams(params)
  const query = useFollowUps(asked)
  const loaded = useRef<Loaded | null>(null)
  if (query.data && !query.isPlaceholderData) {
    loaded.current = {
      name: JSON.stringify(asked),
      tasks: query.data.follow_ups,
      count: query.data.count,
    }
  }
  const list = loaded.current
  useRefetchAtNextChange(list?.tasks ?? [])

  return {
    name: list?.name ?? "",
    tasks: list?.tasks,
    count: list?.count ?? 0,
    /** The list on the page is not the one that was asked for. */
    isOld: query.isPlaceholderData,
    /** The last try failed; what is shown may be out of date. */
    error: query.error,
    retry: () => void query.refetch(),
  }
}
