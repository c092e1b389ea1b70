import { type BusinessCalendar, CalendarError } from "../../../../business-time"

const DAY_MS = 86_400_000
const YEAR_DAYS = 366

/**
 * Whether a calendar is open, and when that changes; null if it does not within
 * a year, as in a shop that never closes.
 */
export function nextTurn(
  calendar: BusinessCalendar,
  now: Date
): { is_open: boolean; next_change_at: Date | null } {
  if (calendar.isOpen(now)) {
    return { is_open: true, next_change_at: nextClosing(calendar, now) }
  }
  const opening = nextOpening(calendar, now)
  return {
    is_open: false,
    next_change_at:
      opening && opening < daysAfter(now, YEAR_DAYS) ? opening : null,
  }
}

/** Null if a calendar that opens only on exceptions has none left. */
export function nextOpening(
  calendar: BusinessCalendar,
  from: Date
): Date | null {
  return unlessNoneIsLeft(() => calendar.nextOpening(from))
}

/**
 * When an open calendar closes; null if that is more than a year ahead. Looks a
 * week ahead first, as most close within it, and a year of windows is slow to
 * compute.
 */
export function nextClosing(
  calendar: BusinessCalendar,
  now: Date
): Date | null {
  for (const days of [7, YEAR_DAYS]) {
    const horizon = daysAfter(now, days)
    const end = calendar.windows(now, horizon)[0]?.end
    if (end && end < horizon) {
      return end
    }
  }
  return null
}

/** The calendar's result, or null if it has no opening left for it. */
export function unlessNoneIsLeft(ask: () => Date): Date | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof CalendarError && error.code === "no_opening_left") {
      return null
    }
    throw error
  }
}

function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS)
}
