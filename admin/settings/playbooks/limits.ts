/** What the server takes at most. */
export const MOST_ATTEMPTS = 50
