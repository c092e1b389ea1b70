import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { toMikroOrmEntities } from "@medusajs/framework/utils"
import { TestDatabaseUtils } from "@medusajs/test-utils"
import { join } from "node:path"
import { startPostgres } from "../../demo/postgres"
import { createDatabase } from "../../demo/postgres/connection"
import Activity from "../../src/modules/follow-up/models/activity"
import Attempt from "../../src/modules/follow-up/models/attempt"
import TaskModel from "../../src/modules/follow-up/models/task"

/** A PostgreSQL database with the plugin's tables. */
export interface FollowUpTables {
  readonly url: string
  /** A connection like the module's own. */
  manager(): SqlEntityManager
  close(): Promise<void>
}

/** Uses the server in DATABASE_URL, or else an embedded one. */
export async function openFollowUpTables(): Promise<FollowUpTables> {
  const given = process.env.DATABASE_URL
  const embedded = given ? undefined : await startPostgres()
  const server =
    given ??
    (embedded
      ? `postgres://${embedded.user}:${embedded.password}@${embedded.host}:${embedded.port}/postgres`
      : "")
  const name = `benchmark_${Date.now()}`
  await createDatabase(server, name)
  const url = new URL(server)
  url.pathname = `/${name}`

  const orm = TestDatabaseUtils.getMikroOrmWrapper({
    mikroOrmEntities: toMikroOrmEntities([Activity, Attempt, TaskModel]),
    pathToMigrations: join(__dirname, "../../src/modules/follow-up/migrations"),
    clientUrl: url.href,
  })
  await orm.setupDatabase()
  return {
    url: url.href,
    manager: () => orm.forkManager(),
    async close() {
      await orm.getOrm().close()
      await embedded?.stop()
    },
  }
}
