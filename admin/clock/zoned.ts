/** Local time at a moment in some time zone. */
export type WallClock = {
  /** Whole days since the epoch, for comparing dates. */
  day: number
  /** Minutes since midnight. */
  minutes: number
  /** `09:05` */
  time: string
}

const parts = new Map<string, Intl.DateTimeFormat>()

/** Local time in `timeZone`; null if the zone is unknown. */
export function wallClock(at: number, timeZone: string): WallClock | null {
  const format = partsFormat(timeZone)
  if (!format) {
    return null
  }
  const read: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(at)) {
    read[type] = Number(value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = read
  return {
    day: Math.round(Date.UTC(year, month - 1, day) / 86_400_000),
    minutes: hour * 60 + minute,
    time: `${twoDigits(hour)}:${twoDigits(minute)}`,
  }
}

/** This browser's time zone. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Whether two zones have the same local time at `at`; zones have aliases. */
export function showsSameTime(one: string, other: string, at: number): boolean {
  return wallClock(at, one)?.time === wallClock(at, other)?.time
}

function partsFormat(timeZone: string): Intl.DateTimeFormat | null {
  const known = parts.get(timeZone)
  if (known) {
    return known
  }
  try {
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
    parts.set(timeZone, format)
    return format
  } catch {
    return null
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0")
}
