import type { Counts } from "./counts"

/** What a suite or a check came to; each failure with its reason, to be read after all output. */
export type Result = { counts: Counts; failures: string[] }
