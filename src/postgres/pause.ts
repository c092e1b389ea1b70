/** What failed is tried again after this at the latest: an interval of PostgreSQL's. */
export const LONGEST_PAUSE = "10 minutes"

/**
 * How long a row is left to who took it, by the column `attempts`; after each
 * failure for longer.
 */
export const PAUSE = `least(interval '10 seconds' * power(2, attempts), interval '${LONGEST_PAUSE}')`
