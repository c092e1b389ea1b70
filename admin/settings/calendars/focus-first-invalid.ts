import type { RefObject } from "react"

/** After the page has drawn what is wrong, the focus goes to the first of it. */
export function focusFirstInvalid(page: RefObject<HTMLElement>): void {
  requestAnimationFrame(() => {
    const first = page.current?.querySelector<HTMLElement>(
      "[aria-invalid='true'], [data-wrong]"
    )
    first?.focus()
    first?.scrollIntoView({ block: "center" })
  })
}
