import { seededRandom } from "../demo/seeded-random"
import type { Benchmark, Comparison, Report } from "./harness/benchmark"
import {
  type Contender,
  median,
  timeInRounds,
  timesFaster,
  type Timing,
} from "./harness/rounds"
import type { Calculator } from "./rivals/calculator"
import { dayjsBusinessTime } from "./rivals/dayjs"
import { momentBusinessTime } from "./rivals/moment"
import { ours } from "./rivals/ours"

const MINUTE = 60_000
const DAY = 86_400_000

const YEARS = { first: 2020, last: 2029 }
const PAIRS = 4096
const CHECKED = 400

const rivals = [momentBusinessTime, dayjsBusinessTime]
const all = [ours, ...rivals]

/**
 * Two instants up to two weeks apart, within ten years, on whole minutes. The
 * same in every run.
 */
interface Pair {
  readonly start: Date
  readonly end: Date
}

function pairs(): Pair[] {
  const random = seededRandom(20260303)
  const first = Date.UTC(YEARS.first, 0, 1)
  const length = Date.UTC(YEARS.last + 1, 0, 1) - first
  const upTo = (most: number) => Math.floor((random() * most) / MINUTE) * MINUTE
  return Array.from({ length: PAIRS }, () => {
    const start = first + upTo(length)
    return { start: new Date(start), end: new Date(start + upTo(14 * DAY)) }
  })
}

/** Throws unless the other libraries return what ours returns. */
function checkAnswers(asked: readonly Pair[]): void {
  for (const rival of rivals) {
    for (const { start, end } of asked) {
      for (const hours of [1, 40]) {
        const question = `add(${start.toISOString()}, ${hours} h)`
        compare(rival, question, (one) => one.addHours(start, hours))
      }
      const question = `between(${start.toISOString()}, ${end.toISOString()})`
      compare(rival, question, (one) => one.minutesBetween(start, end))
    }
  }
}

function compare(
  rival: Calculator,
  question: string,
  answer: (one: Calculator) => number
): void {
  if (answer(rival) !== answer(ours)) {
    throw new Error(
      `${question}: ${rival.name} says ${answer(rival)}, we say ${answer(ours)}; what does not answer the same cannot be compared`
    )
  }
}

function contender(
  name: string,
  asked: readonly Pair[],
  operation: (pair: Pair) => number
): Contender {
  let next = 0
  return {
    name,
    work(count) {
      let sum = 0
      for (let done = 0; done < count; done++) {
        next = (next + 1) % asked.length
        const pair = asked[next]
        if (pair) sum += operation(pair)
      }
      return sum
    },
  }
}

function comparison(operation: string, timings: readonly Timing[]): Comparison {
  return {
    operation,
    unit: "operations a second",
    figures: timings.map(({ name, rates }) => ({
      contender: name,
      value: Math.round(median(rates)),
    })),
  }
}

/** Compares the first timing with the fastest of the others. */
function timesFasterThanRivals([us, ...others]: readonly Timing[]): number {
  return us ? Math.min(...others.map((other) => timesFaster(us, other))) : NaN
}

function run(): Report {
  const asked = pairs()
  checkAnswers(asked.slice(0, CHECKED))

  const adds = timeInRounds(
    all.map((one) =>
      contender(one.name, asked, ({ start }) => one.addHours(start, 40))
    )
  )
  const betweens = timeInRounds(
    all.map((one) =>
      contender(one.name, asked, ({ start, end }) =>
        one.minutesBetween(start, end)
      )
    )
  )
  const lengths = timeInRounds(
    [1, 3000].map((hours) =>
      contender(`${hours.toLocaleString("en-US")} h`, asked, ({ start }) =>
        ours.addHours(start, hours)
      )
    )
  )
  const [short, long] = lengths
  return {
    conditions: [
      `Mon-Fri 09:00-18:00, Sat 10:00-15:00, UTC; ${PAIRS} instants of ${YEARS.first} to ${YEARS.last}, between up to 14 days`,
      `the three gave the same answers to ${CHECKED} of each question; medians of interleaved rounds in one process`,
    ],
    comparisons: [
      comparison("add 40 business hours", adds),
      comparison("between", betweens),
      comparison("add by length, ours", lengths),
    ],
    targets: [
      {
        name: "add of 40 business hours, times the faster rival",
        unit: "×",
        measured: timesFasterThanRivals(adds),
        bound: "at least",
        limit: 300,
      },
      {
        name: "add of 3,000 h, times the time of 1 h",
        unit: "×",
        measured: short && long ? timesFaster(short, long) : NaN,
        bound: "at most",
        limit: 1.5,
      },
    ],
  }
}

export const benchmark: Benchmark = {
  title: "add and between, beside moment-business-time and dayjs-business-time",
  run,
}
