import { useEffect, useRef, type RefObject } from "react"
import { dashboardSequences } from "./dashboard-sequence"
import { keyName } from "./key-name"
import { listens } from "./listens"

/** What each key does; a key without an entry is left to whoever wants it. */
export type Keys = Record<string, (() => void) | undefined>

/**
 * Runs `keys` while they are meant for us: not while somebody types, a menu is
 * open, or the dashboard's own sequence is under way.
 *
 * @param within - the dialog that the keys work in; without it, the page
 */
export const useKeys = (
  keys: Keys,
  within?: RefObject<Element | null>
): void => {
  const latest = useRef(keys)
  latest.current = keys

  useEffect(() => {
    const belongsToDashboard = dashboardSequences()
    const onKeyDown = (event: KeyboardEvent) => {
      const sequence = belongsToDashboard(event.key, event.timeStamp)
      const modified = event.metaKey || event.ctrlKey || event.altKey
      const held = event.repeat && !STEPS.has(event.key)
      if (sequence || modified || event.isComposing || held) {
        return
      }
      const name = keyName(event)
      const run = latest.current[name]
      if (
        !run ||
        (within && !within.current) ||
        !listens(event.target, within?.current ?? null) ||
        (name === "Enter" && isPressable(event.target))
      ) {
        return
      }
      // The dashboard collects every key that it sees; this one is spoken for.
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    document.addEventListener("keydown", onKeyDown, true)
    return () => document.removeEventListener("keydown", onKeyDown, true)
  }, [within])
}

/** Keys that may be held down. */
const STEPS = new Set(["j", "k", "ArrowDown", "ArrowUp"])

function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("a, button, summary, [role='tab']") !== null
  )
}
