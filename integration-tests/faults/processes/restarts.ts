import { seededRandom } from "../../../demo/seeded-random"
import { Load } from "./load"
import { itLostAndDoubledNothing } from "./nothing-lost"
import type { StoreProcess } from "./store-process"

/** PostgreSQL's own words for how it is stopped. */
export type Shutdown = "fast" | "immediate"

/** Ready before the load begins. */
const CARTS = 4

/** Milliseconds. */
const A_MOMENT = 2_000

/**
 * Two instances of a store on one database, whose PostgreSQL restarts twice
 * while both work.
 *
 * @param store - the first, which runs
 * @param earlier - loads that the store had before
 */
export function restarts(
  store: () => StoreProcess,
  restart: (mode: Shutdown) => Promise<void>,
  earlier: () => Load[]
): void {
  let instances: StoreProcess[]
  let loads: Load[]
  const woken: string[] = []

  beforeAll(async () => {
    const first = store()
    const other = await first.sibling()
    instances = [first, other]
    await other.start()
    loads = instances.map(
      (each, nth) => new Load(each, seededRandom(nth + 1), `instance-${nth}`)
    )
    const all = async (act: (load: Load) => Promise<void>) => {
      await Promise.all(loads.map(act))
    }
    await all((load) => load.signIn())
    for (const mode of ["fast", "immediate"] as const) {
      await all((load) => load.fillCarts(CARTS))
      loads.forEach((load) => load.begin())
      await all((load) => load.untilOrdered(1))
      const waiting = await Promise.all(
        loads.map((load) => load.letWait(A_MOMENT))
      )
      await restart(mode)
      await all((load) => load.end())
      await all((load) => load.repeatUnanswered())
      await Promise.all(waiting.map((id) => first.untilOpen(id)))
      woken.push(...waiting)
      // Whoever orders next finds a store that works.
      await all((load) => load.fillCarts(1))
      loads.forEach((load) => load.begin())
      await all((load) => load.untilOrdered(1))
      await all((load) => load.end())
    }
    await first.walk()
    for (const load of loads) {
      process.stdout.write(`restarts: ${load.summary()}\n`)
    }
  })

  afterAll(() => instances?.[1]?.stop())

  itLostAndDoubledNothing(store, () => [...earlier(), ...loads], {
    orders: 8,
    notes: 2,
  })

  it("goes on with its timers, each of which fires once", async () => {
    const resumed = await store().rows<{ count: number }>(
      `select count(*)::int as count from follow_up_activity
        where task_id = any($1) and kind = 'resumed'
        group by task_id`,
      [woken]
    )
    expect(resumed).toEqual(woken.map(() => ({ count: 1 })))
  })

  it("ends no process", () => {
    expect(instances.map(({ isRunning }) => isRunning)).toEqual([true, true])
  })
}
