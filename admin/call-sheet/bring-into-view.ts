import type { RefObject } from "react"

/**
 * Scrolls a section of the sheet to below its head, and focuses it, so that Tab
 * goes on from there.
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
  const covers = head && getComputedStyle(head).position === "sticky"
  region.style.scrollPaddingTop = `${covers ? head.offsetHeight : 0}px`
  section.focus({ preventScroll: true })
  section.scrollIntoView({ block: "start" })
}
