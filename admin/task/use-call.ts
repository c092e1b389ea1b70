import { useRef } from "react"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { telLink } from "./contact-link"
import { isClosed } from "./outcome-actions"
import { toastRefusal, useRecord } from "./use-record"

/**
 * Dials a number, after the others were told who is calling. Whoever is told
 * that somebody else is calling, and leaves it at that, does not dial; any other
 * refusal keeps nobody from a call.
 */
export const useCall = () => {
  const t = useText()
  const refusal = useRef<string | null>(null)
  const record = useRecord({
    done: () => undefined,
    refused: (reason) => {
      refusal.current = reason
    },
  })
  /** @param number - in E.164 */
  return async (task: FollowUp, number: string): Promise<void> => {
    refusal.current = null
    const isTold = isClosed(task) || (await record(task, { name: "calling" }))
    if (isTold || refusal.current !== null) {
      follow(telLink(number))
    }
    if (refusal.current !== null) {
      toastRefusal(t, refusal.current)
    }
  }
}

/** Follows a link as if it were pressed. */
function follow(href: string): void {
  const link = document.createElement("a")
  link.href = href
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
}
