/** Something to be timed: does its operation `count` times and returns any number that depends on each. */
export interface Contender {
  readonly name: string
  readonly work: (count: number) => number
}

export interface Timing {
  readonly name: string
  /** Operations a second, one figure for each round. */
  readonly rates: readonly number[]
}

const ROUNDS = 9

/** How long a contender works in one round. */
const ROUND_MS = 120

/** How long each works before it counts, for the compiler to have settled. */
const WARM_UP_MS = 400

/**
 * Times contenders in turns, round after round, so that whatever else the
 * machine does meanwhile falls on all of them alike.
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

/** The middle figure of the rounds. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** How many times faster one is than another: the middle of what the rounds say, each compared within itself. */
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

/** Kept where it can be seen, so that no work can be left out as unused. */
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
