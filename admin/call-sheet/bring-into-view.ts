import type { RefObject } from "react"
import { keepInPlace } from "../task/keep-in-place"

/**
 * Scrolls a section of the sheet to below its head, and focuses it, so that Tab
 * goes on from there. It stays there although the head grows once it is known
 * what came of the call.
 */
export function bringIntoView(
  sheet: RefObject<HTMLElement>,
  sectionId: string
): void {
  const section = document.getElementById(sectionId)
  const region = section?.closest<HTMLElement>("[role='region']")
  if (!section || !region || !sheet.current?.contains(section)) {
    return
  }
  const head = region.querySelector<HTMLElement>("[data-head]")
  const scroll = () => {
    const covers = head && getComputedStyle(head).position === "sticky"
    region.style.scrollPaddingTop = `${covers ? head.offsetHeight : 0}px`
    section.scrollIntoView({ block: "start" })
  }
  section.focus({ preventScroll: true })
  keepInPlace(scroll, head)
}
