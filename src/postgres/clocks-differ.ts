/**
 * How far the clocks of instances may be apart, as an interval of PostgreSQL's.
 * What another instance has just written may lie that far in the future; only
 * what lies further was written while a clock was ahead.
 */
export const CLOCKS_DIFFER = "1 minute"
