import { NOTHING_SEEN } from "../../../../modules/delivery-window/tracking/report"
import { needsCall } from "../delay"

const at = (time: string) => new Date(`2026-11-27T${time}:00+02:00`)

const window = {
  id: "dwin_1",
  starts_at: at("14:00").toISOString(),
  ends_at: at("16:00").toISOString(),
  local_date: "2026-11-27",
  local_start: "14:00",
  local_end: "16:00",
  time_zone: "Europe/Kyiv",
}

/** A task that was closed when the courier was expected at this time. */
const closed = (outcome: string, expected: string | null) => ({
  status: "completed" as const,
  outcome,
  data: {
    booking_id: "dwbook_1",
    window,
    expected_at: expected && at(expected).toISOString(),
    observed_at: null,
  },
})

const expected = (time: string | null) => ({
  seen: { ...NOTHING_SEEN, expected_at: time === null ? null : at(time) },
})

describe("a task about a late delivery that was completed", () => {
  it.each([
    ["told", null, "17:00", true],
    ["told", null, null, false],
    ["told", "16:25", "16:40", true],
    ["told", "16:25", "16:30", false],
    ["compensated", null, "17:00", true],
    // The customer wants nothing of it any more.
    ["other_window", null, "17:00", false],
    ["declined", "16:25", "18:00", false],
  ])(
    "as %s, with the courier expected at %s, and now at %s: opens again: %s",
    (outcome, told, now, opens) => {
      expect(needsCall(closed(outcome, told), expected(now))).toBe(opens)
    }
  )
})
