/**
 * A key that is struck twice must not reach the next customer: outcomes listen
 * once the eye has had time to see who it is.
 */
export const SETTLES_AFTER_MS = 400
