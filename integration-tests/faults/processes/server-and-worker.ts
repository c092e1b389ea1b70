import { seededRandom } from "../../../demo/seeded-random"
import { findRedis, howToGetRedis, Redis } from "../../shop/redis"
import { Load } from "./load"
import type { StoreProcess } from "./store-process"

/** Milliseconds. */
const A_MOMENT = 2_000

const program = findRedis()

/**
 * A store as two processes, which Redis joins.
 *
 * @param first - of the same store; it is stopped
 */
export function serverAndWorker(first: () => StoreProcess): void {
  if (!program) {
    process.stdout.write(`server and worker: skipped, ${howToGetRedis}\n`)
    // Counted as skipped, so that a CI run without Redis fails.
    it.skip("work together", () => {})
    return
  }
  let redis: Redis
  let server: StoreProcess
  let worker: StoreProcess
  let load: Load

  beforeAll(async () => {
    await first().stop()
    redis = await Redis.start(program)
    const sibling = (MEDUSA_WORKER_MODE: string) =>
      first().sibling({ MEDUSA_WORKER_MODE, REDIS_URL: redis.url })
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
    await first().untilTask(early)
    await first().untilTask(await load.order())
  })

  it("fires in the worker the timers that were set in the server", async () => {
    await first().untilOpen(await load.letWait(A_MOMENT))
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
}
