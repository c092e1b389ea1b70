import { useEffect, useRef, type RefObject } from "react"
import { dashboardSequences } from "./dashboard-sequence"
import { keyName } from "./key-name"
import { isTaken, isTyping, listens } from "./listens"

/**
 * The action for each key, told when the key was pressed in milliseconds of the
 * page; keys without an entry are not handled.
 */
export type Keys = Record<string, ((pressedAt: number) => void) | undefined>

/**
 * Runs `keys`, except while the user types, a menu is open, or a key sequence
 * of the dashboard is in progress.
 *
 * @param within - the dialog with the shortcuts; without it, the page
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
      const sequence = belongsToDashboard(
        event.key,
        event.timeStamp,
        isTyping(event.target)
      )
      const modified = event.metaKey || event.ctrlKey || event.altKey
      const held = event.repeat && !STEPS.has(event.key)
      if (
        sequence ||
        modified ||
        event.isComposing ||
        held ||
        isTaken(event.key, event.target)
      ) {
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
      // The dashboard collects every unhandled key; this one is handled.
      event.preventDefault()
      event.stopPropagation()
      run(event.timeStamp)
    }
    document.addEventListener("keydown", onKeyDown, true)
    return () => document.removeEventListener("keydown", onKeyDown, true)
  }, [within])
}

/** Keys that repeat while held down. */
const STEPS = new Set(["j", "k", "ArrowDown", "ArrowUp"])

function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("a, button, summary, [role='tab']") !== null
  )
}
