/**
 * What a benchmark program exports as `benchmark`. Every file directly in
 * benchmarks/, except `run.ts`, is such a program, run by its file name.
 */
export interface Benchmark {
  /** One line: what is measured, and what it is compared with. */
  readonly title: string
  /** Throws unless all contenders do the same thing. */
  run(options: Options): Report | Promise<Report>
}

/** What is tuned on, what was kept for the end, and what was written later. */
export const PARTS = [
  "tune",
  "held-out",
  "fresh",
  "unseen",
  "blind",
  "trades",
  "blind2",
  "blind3",
  "blind4",
  "blind5",
] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  /** Measure on another part of the data, where a benchmark has any. */
  readonly part: Part
}

export interface Report {
  /** What a reader needs to interpret the figures: data, ranges, checks. */
  readonly conditions: readonly string[]
  readonly comparisons: readonly Comparison[]
  readonly targets: readonly Target[]
}

/** One operation, performed by several contenders in one run. */
export interface Comparison {
  readonly operation: string
  readonly unit: string
  readonly figures: readonly Figure[]
}

export interface Figure {
  readonly contender: string
  readonly value: number
}

/** A target figure, and whether it was reached. */
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
