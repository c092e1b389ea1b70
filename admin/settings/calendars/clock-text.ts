const DAY_MINUTES = 1_440

/** `HH:MM` up to `24:00`, an hour with or without minutes before it is read. */
const TYPED = /^(\d{1,2})(?:[:.,h\s]?([0-5]\d))?\s*(am|pm)?$/i

/**
 * A time as people type it (`9`, `930`, `9.30`, `9 pm`, `24`), as `HH:MM`;
 * null where it is none.
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

/** Minutes after midnight; null where it is no `HH:MM`. */
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
  // Twelve comes first on a clock of two halves.
  return (hour % 12) + (half === "pm" ? 12 : 0)
}
