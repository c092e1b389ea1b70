import { Client } from "@medusajs/framework/pg"
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { freePort } from "../../../demo/postgres/connection"
import { root } from "../../../demo/root"
import type { SeededShop } from "../../../demo/seed"
import type { Child } from "../../../demo/store/child"
import { compileStore, compileTo } from "../../../demo/store/compile"
import {
  runMedusa,
  startServer,
  type StorePlace,
} from "../../../demo/store/medusa"
import { prepareDatabase } from "../../../demo/store/prepare"
import { ownDatabase } from "../../shop/own-database"

const WALK = "integration-tests/faults/kills/walk.ts"

/** A real store in a process of its own, which is killed and started again. */
export class KilledStore {
  private server: Child | undefined

  private constructor(
    private readonly place: StorePlace,
    private readonly port: number,
    private readonly database: Client,
    readonly wares: SeededShop
  ) {}

  /** Compiled, migrated and seeded, without a dashboard, but not started. */
  static async prepare(): Promise<KilledStore> {
    const folder = join(root, ".demo", "kills-test")
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await compileStore(folder, false)
    await compileTo(folder, join(root, WALK))
    const place: StorePlace = {
      folder,
      databaseUrl: await ownDatabase("kills"),
      log: join(folder, "medusa.log"),
      env: {
        JWT_SECRET: "test",
        COOKIE_SECRET: "test",
        SHOP_HOURS: "always",
        WITHOUT_DASHBOARD: "true",
      },
    }
    const wares = await prepareDatabase(place, (_, work) => work())
    const database = new Client({ connectionString: place.databaseUrl })
    await database.connect()
    await database.query(
      `update inventory_level
          set stocked_quantity = 9999,
              raw_stocked_quantity = '{"value": "9999", "precision": 20}'`
    )
    return new KilledStore(place, await freePort(), database, wares)
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async start(): Promise<void> {
    this.server = (await startServer(this.place, this.port)).server
  }

  /** SIGKILL: nothing is finished, nothing is closed. */
  async kill(): Promise<void> {
    await this.server?.kill()
  }

  /** As a PostgreSQL that restarts: every statement that runs is lost. */
  async dropConnections(): Promise<void> {
    await this.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`
    )
  }

  /** A walk of the reconciler, in a process of its own. */
  async walk(): Promise<void> {
    await runMedusa(this.place, ["exec", WALK.replace(/\.ts$/, ".js")])
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

  async close(): Promise<void> {
    await this.server?.stop()
    await this.database.end()
  }
}
