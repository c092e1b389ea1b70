import type { Counts } from "./counts"

/** The result of a suite or a check, to be printed after all other output. */
export type Result = {
  counts: Counts
  /** With their reasons. */
  failures: string[]
  /** The tests that passed only when tried once more, with the first reason. */
  retried: string[]
}
