/**
 * The columns in a wide window, shared by the header and the rows. A phone
 * number and the name of a task have room for what they are in every language;
 * what a wider window has more goes to the names of customers.
 */
export const ROW_COLUMNS =
  "lg:grid-cols-[minmax(0,1.35fr)_minmax(172px,1.4fr)_minmax(0,1.15fr)_minmax(144px,0.9fr)_minmax(86px,0.7fr)_minmax(70px,0.6fr)] lg:gap-x-3 xl:grid-cols-[minmax(0,1.25fr)_minmax(172px,1.15fr)_minmax(0,1.35fr)_minmax(144px,0.85fr)_minmax(86px,0.75fr)_minmax(70px,0.5fr)] xl:gap-x-4"
