/** The list's columns in a wide window: the same in its head and its rows. */
export const ROW_COLUMNS =
  "lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1.4fr)_minmax(0,1.5fr)_minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,0.8fr)]"
