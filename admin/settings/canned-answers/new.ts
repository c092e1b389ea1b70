/** In the address, in place of the id of one that is not there yet. */
export const NEW = "new"
