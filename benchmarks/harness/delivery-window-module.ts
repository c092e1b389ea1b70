import {
  ContainerRegistrationKeys,
  ModulesSdkUtils,
  toMikroOrmEntities,
} from "@medusajs/framework/utils"
import { initModules, TestDatabaseUtils } from "@medusajs/test-utils"
import { join } from "node:path"
import WindowModel from "../../src/modules/delivery-window/models/window"
import {
  DELIVERY_WINDOW_MODULE,
  type DeliveryWindowModuleService,
} from "../../src/modules/delivery-window"
import type { BenchedServer } from "./server"

const FOLDER = join(__dirname, "../../src/modules/delivery-window")

/** The delivery windows' module on a database of its own. */
export type BenchedWindows = {
  service: DeliveryWindowModuleService
  /** Runs a statement on the module's own pool. */
  execute(statement: string, values?: readonly string[]): Promise<unknown[]>
  close(): Promise<void>
}

/** Medusa's own default is a pool of ten connections. */
const POOL = { min: 0, max: 10 }

export async function openWindows(
  server: BenchedServer,
  name: string
): Promise<BenchedWindows> {
  const clientUrl = await server.database(name)
  const orm = TestDatabaseUtils.getMikroOrmWrapper({
    mikroOrmEntities: toMikroOrmEntities([WindowModel]),
    pathToMigrations: join(FOLDER, "migrations"),
    clientUrl,
  })
  await orm.setupDatabase()
  await orm.getOrm().close()
  const connection = ModulesSdkUtils.createPgConnection({
    clientUrl,
    pool: POOL,
  })
  const { medusaApp, shutdown } = await initModules({
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: connection,
      [ContainerRegistrationKeys.LOGGER]: console,
    },
    databaseConfig: { clientUrl },
    modulesConfig: {
      [DELIVERY_WINDOW_MODULE]: {
        resolve: FOLDER,
        options: { limits: PATIENT },
      },
    },
    preventConnectionDestroyWarning: true,
  })
  const service: DeliveryWindowModuleService =
    medusaApp.modules[DELIVERY_WINDOW_MODULE]
  return {
    service,
    execute: async (statement, values = []) =>
      (await connection.raw(statement, [...values])).rows,
    close: async () => {
      await shutdown()
      await connection.destroy()
    },
  }
}

/** What waits for its turn is measured, not refused. */
const PATIENT = { lock_timeout_ms: 20_000, statement_timeout_ms: 30_000 }
