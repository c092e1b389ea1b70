import { useCallback, useLayoutEffect, useRef } from "react"

/**
 * Outcome keys are ignored for this long after a task is shown, and on until no
 * key was pressed for as long: neither a key pressed twice nor the rest of what
 * was being typed acts on the next customer.
 */
export const SETTLES_AFTER_MS = 400

type Settling = {
  /** Something else is shown from now on. */
  restart: () => void
  /**
   * Something else is shown by no deed of the user's, who may be about to press
   * a digit of what was there: none counts until they press another key, or a
   * button.
   */
  hold: () => void
  /**
   * Whether a key or a button was pressed long enough after that. A busy page
   * runs what was pressed, and timers, later: so the moment of the event counts
   * (`event.timeStamp`, in milliseconds).
   */
  isSettled: (pressedAt: number) => boolean
}

/** @param shownAt - when what is shown was, in milliseconds of the page */
export const useSettling = (shownAt = -Infinity): Settling => {
  const settledAt = useRef(shownAt + SETTLES_AFTER_MS)
  const isHeld = useRef(false)
  useLayoutEffect(() => {
    const release = () => {
      isHeld.current = false
    }
    const onKeyDown = ({ key, timeStamp }: KeyboardEvent) => {
      if (!/^[0-9]$/.test(key)) {
        release()
      }
      if (timeStamp < settledAt.current) {
        settledAt.current = Math.max(
          settledAt.current,
          timeStamp + SETTLES_AFTER_MS
        )
      }
    }
    // The window hears of a key before the shortcuts on the document do.
    window.addEventListener("keydown", onKeyDown, true)
    window.addEventListener("pointerdown", release, true)
    return () => {
      window.removeEventListener("keydown", onKeyDown, true)
      window.removeEventListener("pointerdown", release, true)
    }
  }, [])
  const restart = useCallback(() => {
    settledAt.current = performance.now() + SETTLES_AFTER_MS
  }, [])
  const hold = useCallback(() => {
    isHeld.current = true
  }, [])
  return {
    restart,
    hold,
    isSettled: (pressedAt) => !isHeld.current && pressedAt >= settledAt.current,
  }
}

/** Counts from when the component was first shown. */
export const useSettledSinceShown = (): Settling["isSettled"] =>
  useSettling(performance.now()).isSettled
