import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { toMikroOrmEntities } from "@medusajs/framework/utils"
import { TestDatabaseUtils } from "@medusajs/test-utils"
import { join } from "node:path"
import Activity from "../../src/modules/follow-up/models/activity"
import Attempt from "../../src/modules/follow-up/models/attempt"
import TaskModel from "../../src/modules/follow-up/models/task"
import { openServer } from "./server"

/** A PostgreSQL database with the plugin's tables. */
export interface FollowUpTables {
  readonly url: string
  /** A connection like the module's own. */
  manager(): SqlEntityManager
  close(): Promise<void>
}

/** Uses the server in DATABASE_URL, or else an embedded one. */
export async function openFollowUpTables(): Promise<FollowUpTables> {
  const server = await openServer()
  const url = await server.database("benchmark")
  const orm = TestDatabaseUtils.getMikroOrmWrapper({
    mikroOrmEntities: toMikroOrmEntities([Activity, Attempt, TaskModel]),
    pathToMigrations: join(__dirname, "../../src/modules/follow-up/migrations"),
    clientUrl: url,
  })
  await orm.setupDatabase()
  return {
    url,
    manager: () => orm.forkManager(),
    async close() {
      await orm.getOrm().close()
      await server.stop()
    },
  }
}
