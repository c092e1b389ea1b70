import { useEffect, useState, type RefObject } from "react"
import type { Hold } from "./arrange-rows"

/**
 * How the list is currently used: see `Hold`.
 *
 * @param sheetOpen - the user works through the list in its call sheets
 */
export const useHold = (
  list: RefObject<HTMLElement | null>,
  sheetOpen: boolean
): Hold => {
  const [pointerInside, setPointerInside] = useState(false)
  const [focusInside, setFocusInside] = useState(false)
  const [byKeys, setByKeys] = useState(false)
  const [away, setAway] = useState(false)

  useEffect(() => {
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && list.current?.contains(target) === true
    const listeners = {
      pointermove: (event: PointerEvent) => {
        setByKeys(false)
        // Touch has no hover: a touched position does not hold the list.
        setPointerInside(
          event.pointerType !== "touch" && isInside(event.target)
        )
      },
      keydown: () => setByKeys(true),
      focusin: (event: FocusEvent) => setFocusInside(isInside(event.target)),
      focusout: (event: FocusEvent) =>
        setFocusInside(isInside(event.relatedTarget)),
      visibilitychange: () => setAway(document.hidden),
    }
    const leave = () => setPointerInside(false)
    const entries = Object.entries(listeners) as [string, EventListener][]
    entries.forEach(([name, listener]) =>
      document.addEventListener(name, listener)
    )
    document.documentElement.addEventListener("pointerleave", leave)
    return () => {
      entries.forEach(([name, listener]) =>
        document.removeEventListener(name, listener)
      )
      document.documentElement.removeEventListener("pointerleave", leave)
    }
  }, [list])

  if (away) {
    return "free"
  }
  if (pointerInside && !byKeys && !sheetOpen) {
    return "pointer"
  }
  return focusInside || sheetOpen ? "keys" : "free"
}
