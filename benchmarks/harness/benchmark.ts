/**
 * What a benchmark program exports as `benchmark`. Every file directly in
 * benchmarks/, `run.ts` aside, is such a program, and its file name is the name
 * to run it by.
 */
export interface Benchmark {
  /** One line: what is measured, and against what. */
  readonly title: string
  /** Throws if what is compared does not do the same. */
  run(): Report | Promise<Report>
}

export interface Report {
  /** What one has to know to read the figures: data, ranges, what was checked. */
  readonly conditions: readonly string[]
  readonly comparisons: readonly Comparison[]
  readonly targets: readonly Target[]
}

/** The same operation done by several contenders in one run. */
export interface Comparison {
  readonly operation: string
  readonly unit: string
  readonly figures: readonly Figure[]
}

export interface Figure {
  readonly contender: string
  readonly value: number
}

/** A figure that was to be reached, and whether it was. */
export interface Target {
  readonly name: string
  readonly unit: string
  readonly measured: number
  readonly bound: "at least" | "at most"
  readonly limit: number
}

export function isReached({ measured, bound, limit }: Target): boolean {
  return bound === "at least" ? measured >= limit : measured <= limit
}
