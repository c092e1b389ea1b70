/** Replaces the id in the address of a new canned answer. */
export const NEW = "new"
