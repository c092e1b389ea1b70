import type { BusinessCalendar } from "../../business-time"

const YEAR_MS = 366 * 86_400_000

/**
 * Whether a calendar is open, and when that changes; null where it does not
 * within a year, as in a shop that never closes.
 */
export function nextTurn(
  calendar: BusinessCalendar,
  now: Date
): { is_open: boolean; next_change_at: Date | null } {
  const year_later = new Date(now.getTime() + YEAR_MS)
  const [window] = calendar.windows(now, year_later)
  const is_open = calendar.isOpen(now)
  const next = is_open ? window?.end : window?.start
  return {
    is_open,
    next_change_at: next && next < year_later ? next : null,
  }
}
