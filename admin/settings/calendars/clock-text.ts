const DAY_MINUTES = 1_440

/** `HH:MM` up to `24:00`; as typed, the minutes are optional. */
const TYPED = /^(\d{1,2})(?:[:.,h\s]?([0-5]\d))?\s*(am|pm)?$/i

/**
 * Parses a typed time (`9`, `930`, `9.30`, `9 pm`, `24`) to `HH:MM`; null if
 * invalid.
 */
export function readClock(typed: string): string | null {
  const [, hourText, minuteText = "00", half] = TYPED.exec(typed.trim()) ?? []
  if (hourText === undefined) {
    return null
  }
  const hour = onTheFullClock(Number(hourText), half?.toLowerCase())
  const minutes = hour * 60 + Number(minuteText)
  return minutes <= DAY_MINUTES ? clockText(minutes) : null
}

/** Minutes after midnight; null if not `HH:MM`. */
export function clockMinutes(text: string): number | null {
  return /^\d{2}:\d{2}$/.test(text) && readClock(text) === text
    ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
    : null
}

/** The inverse of `clockMinutes`. */
export function clockText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":")
}

/** The next time on a grid of `step` minutes, within the day. */
export function stepClock(text: string, step: number): string {
  const minutes = clockMinutes(readClock(text) ?? "") ?? 0
  const size = Math.abs(step)
  const next =
    step > 0
      ? (Math.floor(minutes / size) + 1) * size
      : (Math.ceil(minutes / size) - 1) * size
  return clockText(Math.min(Math.max(next, 0), DAY_MINUTES))
}

function onTheFullClock(hour: number, half: string | undefined): number {
  if (half === undefined) {
    return hour
  }
  // On a 12-hour clock, 12 comes before 1.
  return (hour % 12) + (half === "pm" ? 12 : 0)
}
