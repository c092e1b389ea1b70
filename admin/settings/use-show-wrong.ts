import { useEffect, useRef, useState, type RefObject } from "react"
import { bringIntoView } from "./bring-into-view"

/** Longer than a page takes to draw what is wrong. */
const WAITS_FOR_MS = 1_000

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
    const find = (selector: string) =>
      page.current?.querySelector<HTMLElement>(selector)
    const first = wanted.current
      ? (find("[aria-invalid='true']") ?? find("[data-wrong]"))
      : null
    if (first) {
      wanted.current = false
      // A dialog that closes gives the focus back to the button that opened it.
      requestAnimationFrame(() => bringIntoView(first))
    }
  })
  return () => {
    wanted.current = true
    // What turns wrong later is not what was asked for.
    setTimeout(() => (wanted.current = false), WAITS_FOR_MS)
    drawAgain((times) => times + 1)
  }
}
