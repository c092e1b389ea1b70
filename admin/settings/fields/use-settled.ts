import { useEffect, useState } from "react"

/** A debounced value, to avoid a request for every letter. */
export function useSettled<TValue>(value: TValue, afterMs: number): TValue {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timeout = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timeout)
  }, [value, afterMs])
  return settled
}
