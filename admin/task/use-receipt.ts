import { useCallback, useEffect, useRef, useState } from "react"
import type { Receipt } from "./use-record"

/** Long enough to notice a mistake on the previous sheet. */
const SHOWN_FOR_MS = 10_000

/**
 * The last receipt, while it is still useful. The displayed value is one render
 * late, so an undo key pressed right after an action reads `latest`.
 */
export const useReceipt = () => {
  const [receipt, show] = useState<Receipt | null>(null)
  const latest = useRef<Receipt | null>(null)
  const setReceipt = useCallback((made: Receipt | null) => {
    latest.current = made
    show(made)
  }, [])
  useEffect(() => {
    if (!receipt) {
      return
    }
    const timeout = setTimeout(() => setReceipt(null), SHOWN_FOR_MS)
    return () => clearTimeout(timeout)
  }, [receipt, setReceipt])
  return { receipt, setReceipt, latest }
}
