import { useCallback, useEffect, useRef, useState } from "react"
import type { FollowUp } from "../api/follow-up"
import { serverNow } from "../clock/clock"
import { momentText } from "../clock/moment-text"
import { useText } from "../i18n/use-text"
import { type Receipt, toastRefusal } from "./use-record"

/** Long enough to notice a mistake on the previous sheet. */
const SHOWN_FOR_MS = 10_000

/** As long as the server takes an attempt back. */
const UNDONE_WITHIN_MINUTES = 10

export type Receipts = {
  /** The last one, while it is shown. */
  receipt: Receipt | null
  /** The last one that was told; what is displayed is one render late. */
  latest: { readonly current: Receipt | null }
  /** Shows it for a while, and keeps it. */
  tell: (made: Receipt) => void
  /** Keeps it for an undo. What was not recorded of a task replaces nothing. */
  keep: (made: Receipt) => void
  hide: () => void
  /**
   * Takes the last one back, or says why it stays.
   *
   * @returns the task as it is again; null if nothing was taken back
   */
  undo: (made?: Receipt) => Promise<FollowUp | null>
}

export const useReceipt = (): Receipts => {
  const t = useText()
  const [receipt, show] = useState<Receipt | null>(null)
  const latest = useRef<Receipt | null>(null)
  const kept = useRef<{ made: Receipt; at: number } | null>(null)
  const keep = useCallback((made: Receipt) => {
    if (made.takeBack || made.stays) {
      kept.current = { made, at: serverNow() }
    }
  }, [])
  const tell = useCallback(
    (made: Receipt) => {
      latest.current = made
      show(made)
      keep(made)
    },
    [keep]
  )
  const hide = useCallback(() => show(null), [])
  useEffect(() => {
    if (!receipt) {
      return
    }
    const timeout = setTimeout(hide, SHOWN_FOR_MS)
    return () => clearTimeout(timeout)
  }, [receipt, hide])

  const whyItStays = (): string | null => {
    if (!kept.current) {
      return t("refusals.no_attempt")
    }
    const { made, at } = kept.current
    if (made.stays) {
      return `${made.title}. ${t(made.stays)}`
    }
    const now = serverNow()
    return now - at > UNDONE_WITHIN_MINUTES * 60_000
      ? t("refusals.attempt_too_old", {
          minutes: UNDONE_WITHIN_MINUTES,
          at: momentText(t, "at", at, now, made.task.calendar.time_zone),
        })
      : null
  }
  const undo = async (made = kept.current?.made) => {
    const reason = made === kept.current?.made ? whyItStays() : null
    if (reason !== null) {
      toastRefusal(t, reason)
      return null
    }
    const undone = (await made?.takeBack?.run()) ?? null
    if (undone && kept.current?.made === made) {
      kept.current = null
    }
    return undone
  }
  return { receipt, latest, tell, keep, hide, undo }
}
