/** The server ends a connection that was quiet for five seconds; a request may meet its end. */
export const TRIED_AGAIN = { maxRetries: 3 }
