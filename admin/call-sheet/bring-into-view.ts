import type { RefObject } from "react"

const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"]

let stopFollowing = () => {}

/**
 * Scrolls a section of the sheet to below its head, and focuses it, so that Tab
 * goes on from there. Until somebody scrolls, it stays there: the head grows
 * once it is known what came of the call.
 */
export function bringIntoView(
  sheet: RefObject<HTMLElement>,
  sectionId: string
): void {
  stopFollowing()
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
  scroll()
  if (!head) {
    return
  }
  const growth = new ResizeObserver(scroll)
  growth.observe(head)
  const stop = () => {
    growth.disconnect()
    MOVES.forEach((move) => removeEventListener(move, stop, true))
  }
  MOVES.forEach((move) => addEventListener(move, stop, true))
  stopFollowing = stop
}
