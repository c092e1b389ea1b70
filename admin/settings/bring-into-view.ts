/**
 * Focuses an element and centres it in its scroll container. `scrollIntoView`
 * and plain `focus` would also scroll the dashboard's outer frame, which the
 * user cannot scroll back.
 */
export function bringIntoView(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  const frame = scrollingParent(element)
  if (frame) {
    const { top, height } = element.getBoundingClientRect()
    const { top: frameTop } = frame.getBoundingClientRect()
    frame.scrollBy({ top: top - frameTop - (frame.clientHeight - height) / 2 })
  }
}

function scrollingParent({ parentElement }: HTMLElement): HTMLElement | null {
  if (!parentElement) {
    return null
  }
  const scrolls =
    /auto|scroll/.test(getComputedStyle(parentElement).overflowY) &&
    parentElement.scrollHeight > parentElement.clientHeight
  return scrolls ? parentElement : scrollingParent(parentElement)
}
