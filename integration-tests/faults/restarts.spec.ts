import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { type Postgres, startPostgres } from "../../demo/postgres"
import { root } from "../../demo/root"
import { seededRandom } from "../../demo/seeded-random"
import { findRedis, howToGetRedis, Redis } from "../shop/redis"
import { until } from "../shop/until"
import { Load } from "./processes/load"
import { itLostAndDoubledNothing } from "./processes/nothing-lost"
import { StoreProcess } from "./processes/store-process"

/** Ready before the load begins. */
const CARTS = 4

/** A tick comes every five seconds. */
const WAIT_MS = 2_000
const TICKED_WITHIN_MS = 30_000

const folder = join(root, ".demo", "restarts-postgres")

jest.setTimeout(280_000)

let postgres: Postgres
let first: StoreProcess

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  postgres = await startPostgres({ folder })
  await postgres.createDatabase("shop")
  first = await StoreProcess.prepare("restarts-test", postgres.url("shop"))
})

afterAll(async () => {
  await first?.close()
  await postgres?.stop()
})

/** "fast" and "immediate" are PostgreSQL's words for how it is stopped. */
async function restartPostgres(mode: "fast" | "immediate"): Promise<void> {
  await (mode === "fast" ? postgres.stop() : postgres.crash())
  postgres = await startPostgres({ folder, port: postgres.port })
}

describe("two instances of a store on one database, whose PostgreSQL restarts twice under load", () => {
  let instances: StoreProcess[]
  let loads: Load[]
  const woken: string[] = []

  beforeAll(async () => {
    instances = [first, await first.sibling()]
    await Promise.all(instances.map((each) => each.start()))
    loads = instances.map(
      (each, nth) => new Load(each, seededRandom(nth + 1), `shopper-${nth}`)
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
        loads.map((load) => load.letWait(WAIT_MS))
      )
      await restartPostgres(mode)
      await all((load) => load.end())
      await all((load) => load.repeatUnanswered())
      await Promise.all(waiting.map(untilOpen))
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

  itLostAndDoubledNothing(
    () => first,
    () => loads,
    { orders: 8, notes: 2 }
  )

  it("goes on with its timers, each of which fires once", async () => {
    const resumed = await first.rows<{ count: number }>(
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
})

const program = findRedis()

if (!program) {
  process.stdout.write(`restarts: skipped, ${howToGetRedis}\n`)
  // Counted as skipped, so that a CI run without Redis fails.
  it.skip("works as a server and a worker", () => {})
} else {
  describe("a store whose server and worker are two processes", () => {
    let redis: Redis
    let server: StoreProcess
    let worker: StoreProcess
    let load: Load

    beforeAll(async () => {
      await first.stop()
      redis = await Redis.start(program)
      const sibling = (MEDUSA_WORKER_MODE: string) =>
        first.sibling({ MEDUSA_WORKER_MODE, REDIS_URL: redis.url })
      server = await sibling("server")
      worker = await sibling("worker")
    })

    afterAll(async () => {
      await server?.stop()
      await worker?.stop()
      await redis?.stop()
    })

    it("has a task for an order that was placed while no worker ran, and one for the next", async () => {
      await server.start()
      load = new Load(server, seededRandom(1), "without-worker")
      await load.signIn()
      const early = await load.order()
      await worker.start()
      await untilTask(early)
      await untilTask(await load.order())
    })

    it("fires in the worker the timers that were set in the server", async () => {
      await untilOpen(await load.letWait(WAIT_MS))
    })

    it("says in the server that the worker's timers can be trusted", async () => {
      const { health } = await load.answer("/admin/follow-ups/health")
      expect(health).toMatchObject({
        timers: { are_trusted: true, overdue: 0 },
      })
    })

    it("ends neither process", () => {
      expect([server.isRunning, worker.isRunning]).toEqual([true, true])
    })
  })
}

const untilTask = (order_id: string) =>
  untilRow("select from follow_up_task where order_id = $1", order_id)

const untilOpen = (task_id: string) =>
  untilRow(
    "select from follow_up_task where id = $1 and status = 'open'",
    task_id
  )

async function untilRow(statement: string, id: string): Promise<void> {
  await until(
    async () => (await first.rows(statement, [id])).length > 0,
    TICKED_WITHIN_MS
  )
}
