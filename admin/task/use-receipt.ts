import { useCallback, useEffect, useRef, useState } from "react"
import type { Receipt } from "./use-record"

/** Long enough to notice a slip of the finger on the sheet before. */
const SHOWN_FOR_MS = 10_000

/**
 * The last receipt, for as long as it is of use. What is shown is one render
 * late: a key pressed right after the one that it takes back reads `latest`.
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
