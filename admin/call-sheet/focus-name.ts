import type { RefObject } from "react"

/**
 * Focuses the customer's name, where a call begins. An open form keeps the
 * focus.
 */
export function focusName(name: RefObject<HTMLElement>): void {
  const asking = name.current?.closest("[role='dialog']")?.querySelector("form")
  if (!asking) {
    name.current?.focus()
  }
}
