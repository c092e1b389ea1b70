import type { Counts } from "./counts"

/**
 * The result of a suite or a check. Failures come with their reasons, to be
 * printed after all other output.
 */
export type Result = { counts: Counts; failures: string[] }
