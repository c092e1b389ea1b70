import { setTimeout as sleep } from "node:timers/promises"
import { type Checkout, complete } from "../demo/shopper/order"
import { seededRandom } from "../demo/seeded-random"
import type { Benchmark, Comparison, Report, Target } from "./harness/benchmark"
import { bootstrapInterval } from "./harness/bootstrap"
import { withBusyCores } from "./harness/busy-cores"
import { median, quantile } from "./harness/rounds"
import {
  type BenchedStore,
  openStores,
  type Stores,
  untilThere,
} from "./harness/stores"

/**
 * Each start of a Medusa has its own luck with the compiler and the memory: the
 * same two stores, started again, differ by some percent.
 */
const STARTS = 5

/** Completed carts of each store and start, in turn. */
const CARTS = 40

/**
 * From an answer to the next cart, so that what either Medusa does after its
 * answer is in nobody's time.
 */
const REST_MS = 700

/** Completed before anything is timed, so that the JIT has settled. */
const WARM_UP = 5

/** With the task table locked for 30 s, and as many beside which they are put. */
const LOCKED = 15
const BETWEEN_LOCKED_MS = 2_000

/** Requests of the desk for each checkout while the table is locked. */
const DESK = 12

export const benchmark: Benchmark = {
  title:
    "carts completed in a store with the plugin, beside one without it, and with the plugin's task table locked",
  async run(): Promise<Report> {
    const quiet: InTurn[] = []
    const busy: InTurn[] = []
    let locked: Locked | undefined
    for (let start = 1; start <= STARTS; start++) {
      const stores = await openStores()
      try {
        await inTurn(stores, WARM_UP)
        quiet.push(await inTurn(stores, CARTS))
        tell(`start ${start}, quiet`, together(quiet.slice(-1)))
        busy.push(await inTurn(stores, CARTS, withBusyCores))
        tell(`start ${start}, busy`, together(busy.slice(-1)))
        locked ??= await whileLocked(stores.ours)
      } finally {
        await stores.close()
      }
    }
    if (!locked) {
      throw new Error("Nothing was measured")
    }
    return report(quiet, busy, locked)
  },
}

function report(
  quietStarts: readonly InTurn[],
  busyStarts: readonly InTurn[],
  locked: Locked
): Report {
  const quiet = together(quietStarts)
  const busy = together(busyStarts)
  return {
    conditions: [
      `${CARTS} carts each after each of ${STARTS} starts, completed in turn over HTTP, in two Medusas with a database each on one PostgreSQL; the next cart begins ${REST_MS} ms after the last answer, when the task of the last order is there and its events are delivered`,
      "times as long: with beside without; the interval is a bootstrap over starts and over pairs of carts within them, 95 %, 10,000 resamples",
      "quiet: nothing else runs; busy: a program keeps each core busy",
      `locked: follow_up_task in access exclusive mode for ${(LOCKED * BETWEEN_LOCKED_MS) / 1_000} s, with a checkout, a product list and ${DESK} requests of the desk every ${BETWEEN_LOCKED_MS / 1_000} s; it was checked that every order then has one task`,
      `locked: ${locked.refused} of ${locked.asked} requests of the desk were refused as busy, none was answered otherwise`,
    ],
    comparisons: [
      ...comparisonsOf("a cart completed, quiet", quiet),
      ...timesAsLong("quiet", quietStarts),
      ...comparisonsOf("a cart completed, both cores busy", busy),
      ...timesAsLong("both cores busy", busyStarts),
      beside("a cart completed, median", "locked", locked.checkouts),
      beside("a product list, median", "locked", locked.lists),
      {
        operation: "until the task is there",
        unit: "ms after the answer",
        figures: [
          { contender: "quiet, median", value: median(quiet.tasks) },
          { contender: "quiet, slowest", value: Math.max(...quiet.tasks) },
          { contender: "busy, median", value: median(busy.tasks) },
          { contender: "busy, slowest", value: Math.max(...busy.tasks) },
          { contender: "after the lock, last", value: locked.made_up_ms },
        ],
      },
    ],
    targets: [
      ...targetsOf("quiet", quiet),
      ...targetsOf("busy", busy),
      atMost(
        "a cart completed, locked beside unlocked, median",
        "times",
        median(locked.checkouts.with) / median(locked.checkouts.without),
        1.1
      ),
      atMost(
        "a product list, locked beside unlocked, median",
        "times",
        median(locked.lists.with) / median(locked.lists.without),
        1.1
      ),
    ],
  }
}

/** It takes minutes: what is known is told at once. */
function tell(when: string, figures: InTurn): void {
  for (const { name, measured } of targetsOf(when, figures)) {
    process.stderr.write(`  ${name}: ${measured.toFixed(2)}\n`)
  }
}

/** Milliseconds. */
type Beside = { with: number[]; without: number[] }

type InTurn = Beside & {
  /** From the answer to the task. */
  tasks: number[]
}

const together = (starts: readonly InTurn[]): InTurn => ({
  with: starts.flatMap((start) => start.with),
  without: starts.flatMap((start) => start.without),
  tasks: starts.flatMap((start) => start.tasks),
})

async function inTurn(
  { ours, bare }: Stores,
  count: number,
  within: (work: () => Promise<void>) => Promise<void> = (work) => work()
): Promise<InTurn> {
  const [ourCarts, bareCarts] = await Promise.all([
    ours.carts(count),
    bare.carts(count),
  ])
  const figures: InTurn = { with: [], without: [], tasks: [] }
  const completeOurs = async (cart: Checkout) => {
    const { took, order_id } = await timed(cart)
    const rest = sleep(REST_MS)
    figures.with.push(took)
    figures.tasks.push(await untilTask(ours, order_id))
    await untilDelivered(ours)
    await rest
  }
  const completeBare = async (cart: Checkout) => {
    figures.without.push((await timed(cart)).took)
    await sleep(REST_MS)
  }
  await within(async () => {
    for (const [index, cart] of ourCarts.entries()) {
      const other = bareCarts[index]
      if (!other) {
        throw new Error("A cart is missing")
      }
      // Neither is always the first.
      if (index % 2 === 0) {
        await completeOurs(cart)
        await completeBare(other)
      } else {
        await completeBare(other)
        await completeOurs(cart)
      }
    }
  })
  return figures
}

type Locked = {
  checkouts: Beside
  lists: Beside
  asked: number
  refused: number
  /** From the end of the lock until the last order has its task. */
  made_up_ms: number
}

async function whileLocked(store: BenchedStore): Promise<Locked> {
  const carts = await store.carts(2 * LOCKED)
  const desk = await openDesk(store)
  const figures: Locked = {
    checkouts: { with: [], without: [] },
    lists: { with: [], without: [] },
    asked: 0,
    refused: 0,
    made_up_ms: 0,
  }
  const oneEach = async (cart: Checkout, side: keyof Beside) => {
    const { took, order_id } = await timed(cart)
    figures.checkouts[side].push(took)
    figures.lists[side].push(await timedList(store))
    return order_id
  }
  for (const cart of carts.slice(0, LOCKED)) {
    const answers = Array.from({ length: DESK }, desk)
    await untilTask(store, await oneEach(cart, "without"))
    await Promise.all(answers)
  }
  const order_ids: string[] = []
  const asking: Promise<number>[] = []
  await store.database.query(
    "begin; lock table follow_up_task in access exclusive mode"
  )
  for (const cart of carts.slice(LOCKED)) {
    const pause = sleep(BETWEEN_LOCKED_MS)
    asking.push(...Array.from({ length: DESK }, desk))
    order_ids.push(await oneEach(cart, "with"))
    await pause
  }
  const answers = await Promise.all(asking)
  await store.database.query("rollback")
  const released = performance.now()
  for (const order_id of order_ids) {
    await untilTask(store, order_id)
  }
  figures.made_up_ms = performance.now() - released
  figures.asked = answers.length
  figures.refused = answers.filter((status) => status === 503).length
  const { rows } = await store.database.query<{ order_id: string }>(
    "select order_id from follow_up_task where order_id = any($1)",
    [order_ids]
  )
  if (rows.length !== order_ids.length || figures.refused !== figures.asked) {
    throw new Error(
      `${order_ids.length} orders have ${rows.length} tasks, and ${figures.refused} of ${figures.asked} requests were refused`
    )
  }
  return figures
}

/** @returns what asks for a page of the queue, and resolves to its status */
async function openDesk(store: BenchedStore): Promise<() => Promise<number>> {
  const login = await fetch(`${store.url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(store.admin),
  })
  const { token }: { token: string } = await login.json()
  return async () => {
    const { status } = await fetch(`${store.url}/admin/follow-ups`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return status
  }
}

async function timed(
  cart: Checkout
): Promise<{ took: number; order_id: string }> {
  const start = performance.now()
  const { id } = await complete(cart)
  return { took: performance.now() - start, order_id: id }
}

async function timedList(store: BenchedStore): Promise<number> {
  const start = performance.now()
  const answer = await fetch(
    `${store.url}/store/products?region_id=${store.region_id}`,
    { headers: { "x-publishable-api-key": store.publishable_key } }
  )
  await answer.json()
  return performance.now() - start
}

const untilTask = ({ database }: BenchedStore, order_id: string) =>
  untilThere(database, "select from follow_up_task where order_id = $1", [
    order_id,
  ])

/** The events of the last order are delivered after its task is there. */
const untilDelivered = ({ database }: BenchedStore) =>
  untilThere(
    database,
    "select where not exists (select from follow_up_outbox_event)",
    []
  )

const P95 = 0.95

function comparisonsOf(operation: string, figures: Beside): Comparison[] {
  return [
    beside(`${operation}, median`, "with the plugin", figures),
    beside(`${operation}, p95`, "with the plugin", figures, P95),
  ]
}

function beside(
  operation: string,
  contender: string,
  figures: Beside,
  part = 0.5
): Comparison {
  return {
    operation,
    unit: "ms",
    figures: [
      { contender, value: quantile(figures.with, part) },
      { contender: "without", value: quantile(figures.without, part) },
    ],
  }
}

function timesAsLong(when: string, starts: readonly InTurn[]): Comparison[] {
  const random = seededRandom(20261127)
  return [
    { name: "median", part: 0.5 },
    { name: "p95", part: P95 },
  ].map(({ name, part }) => {
    const { low, high } = bootstrapInterval(
      starts.length,
      (drawn) =>
        times(together(drawn.map((at) => again(starts[at], random))), part),
      random
    )
    return {
      operation: `${when}, ${name}, times as long`,
      unit: "times",
      figures: [
        { contender: "measured", value: times(together(starts), part) },
        { contender: "interval from", value: low },
        { contender: "to", value: high },
        ...starts.map((start, at) => ({
          contender: `start ${at + 1}`,
          value: times(start, part),
        })),
      ],
    }
  })
}

/** As many pairs of carts of a start, drawn with replacement. */
function again(start: InTurn | undefined, random: () => number): InTurn {
  const figures: InTurn = { with: [], without: [], tasks: [] }
  for (const _ of start?.with ?? []) {
    const at = Math.floor(random() * CARTS)
    figures.with.push(start?.with[at] ?? NaN)
    figures.without.push(start?.without[at] ?? NaN)
  }
  return figures
}

const times = (figures: Beside, part: number) =>
  quantile(figures.with, part) / quantile(figures.without, part)

function targetsOf(when: string, figures: InTurn): Target[] {
  const of = (part: number) => times(figures, part)
  return [
    atMost(`with beside without, ${when}, median`, "times", of(0.5), 1.05),
    atMost(`with beside without, ${when}, p95`, "times", of(P95), 1.05),
    atMost(
      `the task is there, ${when}, slowest`,
      "ms",
      Math.max(...figures.tasks),
      1_000
    ),
  ]
}

function atMost(
  name: string,
  unit: string,
  measured: number,
  limit: number
): Target {
  return { name, unit: ` ${unit}`, measured, bound: "at most", limit }
}
