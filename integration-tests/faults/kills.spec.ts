import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { type Postgres, startPostgres } from "../../demo/postgres"
import { root } from "../../demo/root"
import { seededRandom } from "../../demo/seeded-random"
import { setTimeout as sleep } from "node:timers/promises"
import { killedOffers } from "./processes/killed-offers"
import { Load } from "./processes/load"
import { itLostAndDoubledNothing } from "./processes/nothing-lost"
import { restarts, type Shutdown } from "./processes/restarts"
import { serverAndWorker } from "./processes/server-and-worker"
import { StoreProcess } from "./processes/store-process"

const isLong = process.env.FAULTS === "long"
const KILLS = isLong ? 12 : 3

/** Ready before the load begins, since completing them is what is killed. */
const CARTS = 6

/** A kill comes so many answered orders after the start, and a moment. */
const ORDERS_BEFORE_KILL = 3
const LONGEST_MOMENT_MS = 1_500

const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000)

jest.setTimeout(isLong ? 900_000 : 280_000)

const folder = join(root, ".demo", "kills-postgres")

let postgres: Postgres
let store: StoreProcess
let load: Load

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // A server of its own, to be restarted; durable, as a shop's.
  postgres = await startPostgres({ folder })
  await postgres.createDatabase("shop")
  store = await StoreProcess.prepare("kills-test", postgres.url("shop"))
})

afterAll(async () => {
  await store?.close()
  await postgres?.stop()
})

describe(`a store that is killed ${KILLS} times under load (FAULTS_SEED=${seed})`, () => {
  beforeAll(async () => {
    process.stdout.write(`kills: FAULTS_SEED=${seed}\n`)
    const random = seededRandom(seed)
    // Of its own: who asks it first depends on how fast the store answers.
    load = new Load(store, seededRandom(seed + 1))
    await store.start()
    await load.signIn()
    for (let kill = 0; kill < KILLS; kill++) {
      await load.fillCarts(CARTS)
      load.begin()
      await load.untilOrdered(ORDERS_BEFORE_KILL)
      await sleep(random() * LONGEST_MOMENT_MS)
      await store.kill()
      await load.end()
      await store.start()
      await load.repeatUnanswered()
    }
    await store.walk()
    process.stdout.write(`kills: ${load.summary()}\n`)
  })

  itLostAndDoubledNothing(
    () => store,
    () => [load],
    { orders: KILLS * ORDERS_BEFORE_KILL, notes: KILLS + 1 }
  )

  it("refused no order", () => {
    expect(load.refusedOrders).toEqual([])
  })

  it("never takes a start for a scheduler that has stopped", () => {
    expect(store.log()).not.toContain("scheduler has stopped")
  })
})

describe("a store that is killed while it offers, and carries out what was accepted", () => {
  killedOffers(() => store, seededRandom(seed + 2))
})

describe("two instances of it on one database, whose PostgreSQL restarts under load", () => {
  restarts(
    () => store,
    async (mode: Shutdown) => {
      await (mode === "fast" ? postgres.stop() : postgres.crash())
      postgres = await startPostgres({ folder, port: postgres.port })
    },
    () => [load]
  )
})

describe("a server and a worker of it, each a process", () => {
  serverAndWorker(() => store)
})
