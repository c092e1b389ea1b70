/**
 * Outcome keys are ignored for this long after a task is shown, so that a key
 * pressed twice does not act on the next customer.
 */
export const SETTLES_AFTER_MS = 400
