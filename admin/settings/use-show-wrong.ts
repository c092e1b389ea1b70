import { useEffect, useRef, useState, type RefObject } from "react"
import { bringIntoView } from "./bring-into-view"

/**
 * Asks for the first thing that is wrong on a page to be brought into view and
 * given the focus, as soon as the page has drawn it.
 *
 * @param page - what `[data-wrong]` and fields marked as invalid are looked for in
 */
export const useShowWrong = (page: RefObject<HTMLElement>): (() => void) => {
  const wanted = useRef(false)
  const [, drawAgain] = useState(0)
  useEffect(() => {
    const first = wanted.current
      ? page.current?.querySelector<HTMLElement>(
          "[aria-invalid='true'], [data-wrong]"
        )
      : null
    if (first) {
      wanted.current = false
      // A dialog that closes gives the focus back to the button that opened it.
      requestAnimationFrame(() => bringIntoView(first))
    }
  })
  return () => {
    wanted.current = true
    drawAgain((times) => times + 1)
  }
}
