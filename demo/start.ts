import { randomBytes } from "node:crypto"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setImmediate as nextTurn } from "node:timers/promises"
import { deliver } from "./courier"
import { type DemoOptions, readOptions, usage } from "./options"
import { requireFreePort } from "./port"
import { type Postgres, startPostgres } from "./postgres"
import { requireDatabase } from "./postgres/connection"
import { showSteps, type Step } from "./progress"
import { resetFolder } from "./reset"
import { root } from "./root"
import { takeFolder } from "./running"
import { agents, demoPassword } from "./seed/people"
import { shop } from "./shopper"
import { type OpenStore, openStore, stopChildren } from "./store"
import { setUpWindows } from "./windows"

const folder = join(root, ".demo")
const log = join(folder, "medusa.log")
const shopping = new AbortController()
/** What the courier, and whoever tries the webhook, signs reports with. */
const courierSecret =
  process.env.COURIER_SECRET || `whsec_${randomBytes(32).toString("base64")}`
let postgres: Postgres | undefined
let giveFolderBack = () => {}
let stopping = false

const say = (text = "") => process.stdout.write(`${text}\n`)

/**
 * Stopped in this order, so that nothing waits for something that has ended.
 */
async function stop(exitCode: number): Promise<void> {
  if (stopping) {
    return
  }
  stopping = true
  shopping.abort()
  await stopChildren()
  await postgres?.stop()
  giveFolderBack()
  if (exitCode === 0) {
    say("Stopped.")
  }
  process.exit(exitCode)
}

async function fail(error: unknown): Promise<void> {
  // Errors caused by Ctrl-C are not failures: let the signal handler run first.
  await nextTurn()
  if (!stopping) {
    process.stderr.write(
      `\n${error instanceof Error ? error.message : String(error)}\n`
    )
    await stop(1)
  }
}

async function database(step: Step): Promise<string> {
  const given = process.env.DATABASE_URL
  if (given) {
    await requireDatabase(given)
    return given
  }
  const server = await step("Starting PostgreSQL", () =>
    startPostgres({
      folder: join(folder, "postgres"),
      remedy: "To start over: npm run demo -- --reset",
    })
  )
  postgres = server
  server.ended.then(() => fail(new Error("The database has stopped.")))
  await server.createDatabase("follow_ups")
  return server.url("follow_ups")
}

/** For programs that use the demo's store. */
function writeStoreFile(store: OpenStore): void {
  const { url, admin, publishable_key, region_id, variant_ids } = store
  writeFileSync(
    join(folder, "store.json"),
    JSON.stringify(
      {
        url,
        admin,
        publishable_key,
        region_id,
        variant_ids,
        courier_secret: courierSecret,
      },
      null,
      2
    )
  )
}

function introduce({ url, admin }: OpenStore, options: DemoOptions): void {
  const [, ...colleagues] = agents
  say()
  say(`  Dashboard   ${url}/app/follow-ups`)
  say(`  Login       ${admin.email}, password ${admin.password}`)
  say(
    `  Colleagues  ${colleagues.map(({ email }) => email).join(", ")}, password ${demoPassword}`
  )
  say(
    options.officeHours
      ? "  Hours       Mon–Fri 09:00–18:00, Sat 10:00–15:00 in Kyiv; outside them the timers stand still"
      : "  Hours       open around the clock, so that the timers run whenever you look; --office-hours closes at night"
  )
  say(
    `  Couriers    sign reports with ${courierSecret}; docs/couriers.md has a command that sends one`
  )
  say(`  Log         ${log}`)
  say("  Ctrl-C stops everything. What is in the shop stays for the next time.")
  say()
}

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) {
    say(usage)
    return
  }
  if (options.reset && process.env.DATABASE_URL) {
    throw new Error(
      "--reset does not empty the database that DATABASE_URL names: drop and create it yourself, or unset DATABASE_URL."
    )
  }
  mkdirSync(folder, { recursive: true })
  const url = `http://localhost:${options.port}`
  giveFolderBack = takeFolder(join(folder, "running.json"), url)
  await requireFreePort(options.port)
  if (options.reset) {
    resetFolder(folder)
  }
  rmSync(log, { force: true })

  const step = showSteps()
  const store = await openStore({
    folder: join(folder, "store"),
    databaseUrl: await database(step),
    port: options.port,
    log,
    env: {
      SHOP_HOURS: options.officeHours ? "office" : "always",
      SHOP_URL: url,
      COURIER_SECRET: courierSecret,
    },
    step,
  })
  store.ended.then(() => fail(new Error(`Medusa has stopped, see ${log}`)))
  writeStoreFile(store)
  await setUpWindows(store, options)
  introduce(store, options)
  if (options.shopper) {
    const { url, admin } = store
    const { signal } = shopping
    await Promise.all([
      shop({ url, shop: store, signal, say }),
      deliver({ url, admin, secret: courierSecret, signal, say }),
    ])
  }
}

function stopAsAsked(): void {
  if (!stopping) {
    say("\nStopping …")
  }
  stop(0)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, stopAsAsked)
}

// npm forwards the signals that it receives. If npm is killed, this process
// becomes an orphan.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && stopAsAsked(), 1000).unref()
}

// A closed terminal or pipe must not stop the store.
process.stdout.on("error", () => {})
process.stderr.on("error", () => {})

run().catch(fail)
