import { useCallback, useMemo } from "react"
import { useSearchParams } from "react-router-dom"
import {
  readQueueParams,
  writeQueueParams,
  type QueueParams,
} from "./queue-params"

export type ChangeQueueParams = (
  change: Partial<QueueParams>,
  options?: { replace?: boolean }
) => void

/** What the address says, and how to change it. */
export const useQueueParams = (): [QueueParams, ChangeQueueParams] => {
  const [address, setAddress] = useSearchParams()
  const params = useMemo(() => readQueueParams(address), [address])
  const change = useCallback<ChangeQueueParams>(
    (changed, options) =>
      setAddress(
        (current) => {
          const before = readQueueParams(current)
          // Another list starts at its first page.
          const page = "task" in changed ? before.page : 1
          return writeQueueParams({ ...before, page, ...changed })
        },
        { replace: options?.replace ?? false }
      ),
    [setAddress]
  )
  return [params, change]
}
