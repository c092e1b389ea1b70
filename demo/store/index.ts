import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Step } from "../progress"
import type { SeededShop } from "../seed"
import { agents, demoPassword } from "../seed/people"
import { compileStore, compileTo } from "./compile"
import { buildDashboard, isDashboardBuilt, placeDashboard } from "./dashboard"
import { type StorePlace, startServer } from "./medusa"
import { prepareDatabase } from "./prepare"

export { stopChildren } from "./child"

export type StoreOptions = {
  /**
   * Receives the compiled store. Inside the repository, so that its packages
   * are found.
   */
  folder: string
  databaseUrl: string
  port: number
  /** The file that receives Medusa's output. */
  log: string
  /** Added to Medusa's environment, such as REDIS_URL or SHOP_HOURS. */
  env?: Record<string, string>
  /**
   * A TypeScript file of this repository that exports the shop's extensions.
   */
  extension?: string
  /** Adds to the compiled store before it starts. */
  complement?: (folder: string) => Promise<void>
  /** Without the plugin, as a benchmark compares it. */
  bare?: boolean
  /** Whether to serve the dashboard, whose first build takes 20 s. */
  dashboard?: boolean
  /** Shows the progress of long steps. If omitted, nothing is shown. */
  step?: Step
}

export type OpenStore = SeededShop & {
  url: string
  /** The shop's owner. All agents have the same password. */
  admin: { email: string; password: string }
  /** Resolves when the server ends, by itself or through `stop`. */
  ended: Promise<unknown>
  stop(): Promise<void>
}

/** Kept with the store, so that a login survives a restart. */
function secretsIn(folder: string): Record<string, string> {
  const file = join(folder, "secrets.json")
  if (!existsSync(file)) {
    const secret = () => randomBytes(32).toString("base64url")
    const secrets = { JWT_SECRET: secret(), COOKIE_SECRET: secret() }
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, "utf8"))
}

/**
 * Starts a complete store: compiled, migrated, seeded, with its dashboard
 * built, in a process of its own. Results of earlier runs are reused. The
 * database must exist.
 */
export async function openStore({
  folder,
  databaseUrl,
  port,
  log,
  env = {},
  extension,
  complement,
  bare = false,
  dashboard = true,
  step = (_, work) => work(),
}: StoreOptions): Promise<OpenStore> {
  mkdirSync(folder, { recursive: true })
  await compileStore(folder, bare)
  await complement?.(folder)
  const place: StorePlace = {
    folder,
    databaseUrl,
    log,
    env: {
      ...secretsIn(folder),
      ...(bare && { WITHOUT_FOLLOW_UPS: "true" }),
      ...(!dashboard && { WITHOUT_DASHBOARD: "true" }),
      ...(extension && { EXTENSION: await compileTo(folder, extension) }),
      ...env,
    },
  }
  const [shop] = await Promise.all([
    prepareDatabase(place, step),
    !dashboard || isDashboardBuilt()
      ? undefined
      : step("Building the dashboard", buildDashboard),
  ])
  if (dashboard) {
    placeDashboard(folder)
  }
  const { url, server } = await step("Starting Medusa", () =>
    startServer(place, port)
  )
  return {
    ...shop,
    url,
    admin: { email: agents[0].email, password: demoPassword },
    ended: server.ended,
    stop: () => server.stop(),
  }
}
