import { useEffect, useState } from "react"

/** A value once it has stood for a while: asking at every letter asks too often. */
export function useSettled<TValue>(value: TValue, afterMs: number): TValue {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timeout = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timeout)
  }, [value, afterMs])
  return settled
}
