import { useRef } from "react"

/**
 * Outcome keys are ignored for this long after a task is shown, so that a key
 * pressed twice does not act on the next customer.
 */
export const SETTLES_AFTER_MS = 400

/**
 * Whether a key or a button was pressed long enough after the component was
 * first shown. A busy page runs what was pressed, and timers, later: so the
 * moment of the event counts (`event.timeStamp`, in milliseconds).
 */
export const useSettledSinceShown = (): ((pressedAt: number) => boolean) => {
  const shownAt = useRef(performance.now())
  return (pressedAt) => pressedAt - shownAt.current >= SETTLES_AFTER_MS
}
