import { useCallback, useEffect, useMemo, useState } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import { LatestAddress } from "./latest-address"
import {
  readQueueParams,
  writeQueueParams,
  type QueueParams,
} from "./queue-params"

export type ChangeQueueParams = (
  change: Partial<QueueParams>,
  options?: { replace?: boolean }
) => void

/** The queue's parameters from the address, and a function to change them. */
export const useQueueParams = (): [QueueParams, ChangeQueueParams] => {
  const { search, hash } = useLocation()
  const navigate = useNavigate()
  const params = useMemo(
    () => readQueueParams(`${search}${hash}`),
    [search, hash]
  )
  const current = writeQueueParams(params)
  const [latest] = useState(() => new LatestAddress(current))
  useEffect(() => latest.reach(current), [latest, current])
  const goTo = useCallback(
    (address: string, replace: boolean) => {
      const [search, hash = ""] = address.split("#", 2)
      void navigate({ search, hash }, { replace })
    },
    [navigate]
  )
  const change = useCallback<ChangeQueueParams>(
    (changed, options) => {
      const before = readQueueParams(latest.get())
      // A changed list starts on its first page.
      const page = "task" in changed ? before.page : 1
      const next = writeQueueParams({ ...before, page, ...changed })
      latest.ask(next)
      goTo(next, options?.replace ?? false)
    },
    [latest, goTo]
  )
  // A search that came in the query leaves it before it is sent again.
  const isOldLink = new URLSearchParams(search).has("q")
  useEffect(() => {
    if (isOldLink) {
      goTo(current, true)
    }
  }, [isOldLink, current, goTo])
  return [params, change]
}
