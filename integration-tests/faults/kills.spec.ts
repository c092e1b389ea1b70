import { seededRandom } from "../../demo/seeded-random"
import { setTimeout as sleep } from "node:timers/promises"
import { ownDatabase } from "../shop/own-database"
import { Load } from "./processes/load"
import { itLostAndDoubledNothing } from "./processes/nothing-lost"
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

describe(`a store that is killed ${KILLS} times under load, and whose database then drops all connections (FAULTS_SEED=${seed})`, () => {
  let store: StoreProcess
  let load: Load

  beforeAll(async () => {
    process.stdout.write(`kills: FAULTS_SEED=${seed}\n`)
    const random = seededRandom(seed)
    store = await StoreProcess.prepare("kills-test", await ownDatabase("kills"))
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
    await load.fillCarts(CARTS)
    load.begin()
    await load.untilOrdered(1)
    await store.dropConnections()
    await load.untilOrdered(1)
    await load.end()
    await load.repeatUnanswered()
    await store.walk()
    process.stdout.write(`kills: ${load.summary()}\n`)
  })

  afterAll(() => store?.close())

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
