/**
 * The server closes a connection after five idle seconds; a request may be sent
 * at that very moment.
 */
export const TRIED_AGAIN = { maxRetries: 3 }
