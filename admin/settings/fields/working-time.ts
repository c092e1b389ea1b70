/** Units for entering a span of business time. */
export const UNITS = ["minutes", "hours", "days"] as const
export type Unit = (typeof UNITS)[number]

/**
 * A working day is always eight hours, whatever the calendar's windows, so that
 * a span means the same under every calendar.
 */
const MINUTES: Record<Unit, number> = { minutes: 1, hours: 60, days: 480 }

export type WorkingTime = { amount: number; unit: Unit }

/**
 * The largest unit without a remainder: 480 is a day, 60 an hour, 90 minutes.
 */
export function readWorkingTime(
  minutes: number,
  units: readonly Unit[] = UNITS
): WorkingTime {
  const unit =
    (["days", "hours"] as const).find(
      (unit) =>
        units.includes(unit) && minutes !== 0 && minutes % MINUTES[unit] === 0
    ) ?? "minutes"
  return { amount: minutes / MINUTES[unit], unit }
}

export function minutesOf({ amount, unit }: WorkingTime): number {
  return amount * MINUTES[unit]
}
