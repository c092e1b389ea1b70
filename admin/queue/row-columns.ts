/**
 * The columns in a wide window, shared by the header and the rows. A phone
 * number and the name of a task have room for what they are in every language.
 */
export const ROW_COLUMNS =
  "lg:grid-cols-[minmax(150px,1.6fr)_minmax(150px,1.4fr)_minmax(0,1.3fr)_minmax(128px,1fr)_minmax(64px,0.8fr)_minmax(70px,0.7fr)] lg:gap-x-3 xl:gap-x-4"
