/** The server's limit. */
export const MOST_ATTEMPTS = 50
