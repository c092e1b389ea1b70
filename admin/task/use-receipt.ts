import { useEffect, useState } from "react"
import type { Receipt } from "./use-record"

/** Long enough to notice a slip of the finger on the sheet before. */
const SHOWN_FOR_MS = 10_000

/** The last receipt, for as long as it is of use. */
export const useReceipt = () => {
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  useEffect(() => {
    if (!receipt) {
      return
    }
    const timeout = setTimeout(() => setReceipt(null), SHOWN_FOR_MS)
    return () => clearTimeout(timeout)
  }, [receipt])
  return [receipt, setReceipt] as const
}
