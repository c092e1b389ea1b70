/**
 * An operation to time. It runs `count` times and returns a number that depends
 * on every run.
 */
export interface Contender {
  readonly name: string
  readonly work: (count: number) => number
}

export interface Timing {
  readonly name: string
  /** Operations per second, one figure per round. */
  readonly rates: readonly number[]
}

const ROUNDS = 9

/** How long a contender runs in one round. */
const ROUND_MS = 120

/** How long each runs before timing starts, so that the JIT has settled. */
const WARM_UP_MS = 400

/**
 * Times the contenders in alternating rounds, so that other load on the machine
 * affects all of them alike.
 */
export function timeInRounds(contenders: readonly Contender[]): Timing[] {
  const prepared = contenders.map(({ name, work }) => {
    const rate = warmedUpRate(work)
    const count = Math.max(1, Math.round((rate * ROUND_MS) / 1000))
    return { name, work, count, rates: new Array<number>() }
  })
  for (let round = 0; round < ROUNDS; round++) {
    for (const { work, count, rates } of prepared) {
      rates.push(rateOf(work, count))
    }
  }
  return prepared
}

/** The median of the rounds. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** The figure below which such a part of all are, from 0 to 1. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * part)] ?? NaN
}

/**
 * How many times faster one is than the other: the median of the ratios within
 * each round.
 */
export function timesFaster(one: Timing, other: Timing): number {
  return median(
    one.rates.map((rate, round) => rate / (other.rates[round] ?? NaN))
  )
}

function warmedUpRate(work: Contender["work"]): number {
  let count = 1
  let rate = 0
  for (const end = now() + WARM_UP_MS; now() < end;) {
    rate = rateOf(work, count)
    count = Math.max(1, Math.round(Math.min(count * 10, rate / 20)))
  }
  return rate
}

/** Stored where it is visible, so that the compiler cannot drop the work. */
export let sink = 0

function rateOf(work: Contender["work"], count: number): number {
  const start = now()
  sink += work(count)
  return (count * 1000) / (now() - start)
}

/** Milliseconds. */
function now(): number {
  return performance.now()
}
