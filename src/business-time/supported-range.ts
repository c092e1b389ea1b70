/**
 * Calendars are worked out from 1900 up to, but not including, 2200 (UTC), in
 * epoch milliseconds. The limit is what keeps memory bounded whatever instant
 * is asked for: the densest calendar that is accepted (24 windows on each
 * date) takes 63 MB when all of it has been asked for, a usual one 2 MB.
 */
export const EARLIEST = Date.UTC(1900, 0, 1)
export const LATEST = Date.UTC(2200, 0, 1)

/** As it is put in messages. */
export const SUPPORTED_RANGE = "from 1900-01-01 up to 2200-01-01 (UTC)"
