import type { RefObject } from "react"

/**
 * Puts the focus on the customer's name, where a call begins. A question that
 * is being asked keeps it.
 */
export function focusName(name: RefObject<HTMLElement>): void {
  const asking = name.current?.closest("[role='dialog']")?.querySelector("form")
  if (!asking) {
    name.current?.focus()
  }
}
