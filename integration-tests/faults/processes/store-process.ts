import { Pool } from "@medusajs/framework/pg"
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { freePort } from "../../../demo/postgres/connection"
import { root } from "../../../demo/root"
import type { SeededShop } from "../../../demo/seed"
import type { Child } from "../../../demo/store/child"
import { compileStore, compileTo } from "../../../demo/store/compile"
import { FILL_SHELVES } from "../../../demo/store/fill-shelves"
import {
  runMedusa,
  startServer,
  type StorePlace,
} from "../../../demo/store/medusa"
import { prepareDatabase } from "../../../demo/store/prepare"
import { until } from "../../shop/until"

/** A tick comes every five seconds. */
const TICKED_WITHIN_MS = 30_000

const WALK = "integration-tests/faults/processes/walk.ts"

/** A real store in a process of its own, which can be killed. */
export class StoreProcess {
  private server: Child | undefined
  private exited = false

  private constructor(
    private readonly place: StorePlace,
    private readonly port: number,
    private readonly database: Pool,
    readonly wares: SeededShop
  ) {}

  /**
   * Compiled, migrated and seeded, without a dashboard, but not started.
   *
   * @param name - of its folder
   */
  static async prepare(
    name: string,
    databaseUrl: string
  ): Promise<StoreProcess> {
    const folder = join(root, ".demo", name)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await compileStore(folder, false)
    await compileTo(folder, join(root, WALK))
    const place: StorePlace = {
      folder,
      databaseUrl,
      log: join(folder, "medusa.log"),
      env: {
        JWT_SECRET: "test",
        COOKIE_SECRET: "test",
        SHOP_HOURS: "always",
        WITHOUT_DASHBOARD: "true",
      },
    }
    const wares = await prepareDatabase(place, (_, work) => work())
    const database = new Pool({ connectionString: databaseUrl, max: 2 })
    // Those that are idle when the server stops; the next query opens others.
    database.on("error", () => {})
    await database.query(FILL_SHELVES)
    return new StoreProcess(place, await freePort(), database, wares)
  }

  /** Another process of the same store, on the same database; not started. */
  async sibling(env: Record<string, string> = {}): Promise<StoreProcess> {
    const place = {
      ...this.place,
      env: { ...this.place.env, ...env },
    }
    return new StoreProcess(place, await freePort(), this.database, this.wares)
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async start(): Promise<void> {
    const { server } = await startServer(this.place, this.port)
    this.server = server
    this.exited = false
    const note = () => (this.exited = true)
    server.ended.then(note, note)
  }

  /** Whether it runs, as nothing but `stop` and `kill` may end it. */
  get isRunning(): boolean {
    return this.server !== undefined && !this.exited
  }

  async stop(): Promise<void> {
    await this.server?.stop()
  }

  /** SIGKILL: nothing is finished, nothing is closed. */
  async kill(): Promise<void> {
    await this.server?.kill()
  }

  /**
   * A walk of the reconciler, in a process of its own, in so many minutes: it
   * leaves what is younger than one to its events.
   */
  async walk(minutes = 1): Promise<void> {
    await runMedusa(this.place, [
      "exec",
      WALK.replace(/\.ts$/, ".js"),
      `${minutes}`,
    ])
  }

  /** What all its processes have logged. */
  log(): string {
    return readFileSync(this.place.log, "utf8")
  }

  async rows<Row extends object>(
    statement: string,
    values: unknown[] = []
  ): Promise<Row[]> {
    return (await this.database.query<Row>(statement, values)).rows
  }

  untilTask(order_id: string): Promise<void> {
    return this.untilRow(
      "select from follow_up_task where order_id = $1",
      order_id
    )
  }

  untilOpen(task_id: string): Promise<void> {
    return this.untilRow(
      "select from follow_up_task where id = $1 and status = 'open'",
      task_id
    )
  }

  private async untilRow(statement: string, id: string): Promise<void> {
    await until(
      async () => (await this.rows(statement, [id])).length > 0,
      TICKED_WITHIN_MS
    )
  }

  /** Stops it, and closes the connections that its siblings share. */
  async close(): Promise<void> {
    await this.stop()
    await this.database.end()
  }
}
