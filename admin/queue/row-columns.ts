/** The columns in a wide window, shared by the header and the rows. */
export const ROW_COLUMNS =
  "lg:grid-cols-[minmax(160px,1.9fr)_minmax(0,1.3fr)_minmax(0,1.3fr)_minmax(130px,0.9fr)_minmax(70px,0.8fr)_minmax(75px,0.7fr)] lg:gap-x-3 xl:gap-x-4"
