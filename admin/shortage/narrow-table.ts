/** For the rows of a table in a card: as far from the edge as its heading. */
export const NARROW_TABLE =
  "max-lg:[&>*:first-child]:!pl-4 max-lg:[&>*:last-child]:!pr-4 max-lg:[&>*]:pr-3"
