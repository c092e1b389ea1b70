/**
 * Calendars cover 1900 up to, but not including, 2200 (UTC), in epoch
 * milliseconds. The limit bounds memory use whatever instant is asked for: the
 * densest calendar allowed (24 windows on each date) takes 63 MB if the whole
 * range is used, a typical one 2 MB.
 */
export const EARLIEST = Date.UTC(1900, 0, 1)
export const LATEST = Date.UTC(2200, 0, 1)

/** Whether calendars cover an instant. */
export function isSupported(instant: Date): boolean {
  const time = instant.getTime()
  return time >= EARLIEST && time < LATEST
}

/** As shown in messages. */
export const SUPPORTED_RANGE = "from 1900-01-01 up to 2200-01-01 (UTC)"
