import { useEffect, useRef, useState, type RefObject } from "react"
import { bringIntoView } from "./bring-into-view"

/** Timeout; a page renders its errors well within it. */
const WAITS_FOR_MS = 1_000

/**
 * Scrolls to the first error on a page and focuses it, once it is rendered.
 *
 * @param page - where to look for `[data-wrong]` and invalid fields
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
      // A closing dialog returns the focus to the button that opened it.
      requestAnimationFrame(() => bringIntoView(first))
    }
  })
  return () => {
    wanted.current = true
    // Errors that appear later belong to another action.
    setTimeout(() => (wanted.current = false), WAITS_FOR_MS)
    drawAgain((times) => times + 1)
  }
}
