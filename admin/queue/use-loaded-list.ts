import { useRef } from "react"
import { type FollowUp, runsOutFirst } from "../api/follow-up"
import { useFollowUps } from "../api/queries"
import { useRefetchAtNextChange } from "../timer/use-refetch-at"
import { listParams, type QueueParams } from "./queue-params"

type Loaded = { name: string; tasks: FollowUp[]; count: number }

/**
 * The list for the address. While it loads, the previous list stays under its
 * own key, to avoid flicker.
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
  const tasks = list?.tasks ?? []
  useRefetchAtNextChange([...tasks, ...tasks.map(runsOutFirst)])

  return {
    name: list?.name ?? "",
    tasks: list?.tasks,
    count: list?.count ?? 0,
    /** The list shown is the previous one, not the one requested. */
    isOld: query.isPlaceholderData,
    /** No newer answer is on its way, which may have other rows. */
    isCurrent: !query.isFetching,
    /** The last request failed; the list may be out of date. */
    error: query.error,
    retry: () => void query.refetch(),
  }
}
