import { useCallback, useEffect, useMemo, useState } from "react"
import { useSearchParams } from "react-router-dom"
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
  const [address, setAddress] = useSearchParams()
  const params = useMemo(() => readQueueParams(address), [address])
  const current = address.toString()
  const [latest] = useState(() => new LatestAddress(current))
  useEffect(() => latest.reach(current), [latest, current])
  const change = useCallback<ChangeQueueParams>(
    (changed, options) => {
      const before = readQueueParams(new URLSearchParams(latest.get()))
      // A changed list starts on its first page.
      const page = "task" in changed ? before.page : 1
      const next = writeQueueParams({ ...before, page, ...changed })
      latest.ask(next.toString())
      setAddress(next, { replace: options?.replace ?? false })
    },
    [latest, setAddress]
  )
  return [params, change]
}
