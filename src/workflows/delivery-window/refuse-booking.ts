import type {
  Booking,
  BookingResult,
  Refused,
} from "../../modules/delivery-window"
import { Refusal, type RefusalPath, type RefusalValues } from "../../refusals"

const CODES = {
  full: "window_full",
  cut_off: "window_cut_off",
  too_soon: "window_too_soon",
  closed: "window_closed",
  gone: "window_gone",
  moves_used_up: "moves_used_up",
  already_booked: "already_booked",
} as const satisfies Partial<Record<Refused, string>>

/**
 * The booking that was asked for.
 *
 * @throws Refusal that says why there is none, and, where another window may do,
 * which is the next with a free place
 */
export function bookedOrRefused(
  result: BookingResult,
  window_id: string,
  path: RefusalPath = ["window_id"]
): Booking {
  if (result.refused === undefined) {
    return result.booking
  }
  const { refused, next } = result
  if (refused === "not_found") {
    throw new Refusal("window_not_found", { id: window_id }, path)
  }
  const values: RefusalValues = next
    ? {
        next_id: next.id,
        next_date: next.local_date,
        next_start: next.local_start,
        next_end: next.local_end,
        next_starts_at: next.starts_at.toISOString(),
        next_ends_at: next.ends_at.toISOString(),
      }
    : {}
  throw new Refusal(CODES[refused], values, path)
}
