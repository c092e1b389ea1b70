import { Client } from "@medusajs/framework/pg"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "../../demo/postgres/connection"
import { root } from "../../demo/root"
import { shoppers } from "../../demo/seed/people"
import { type Checkout, checkOut } from "../../demo/shopper/order"
import { type OpenStore, openStore } from "../../demo/store"
import { FILL_SHELVES } from "../../demo/store/fill-shelves"
import { openServer } from "./server"

/** A real Medusa in a process of its own, with its database. */
export type BenchedStore = OpenStore & {
  /** A connection of its own to the store's database. */
  database: Client
  /** Carts that only need to be completed. */
  carts(count: number): Promise<Checkout[]>
}

/** A store with the plugin and one without, on one PostgreSQL server. */
export type Stores = {
  ours: BenchedStore
  bare: BenchedStore
  close(): Promise<void>
}

/** Uses the server in DATABASE_URL, or else an embedded one. */
export async function openStores(): Promise<Stores> {
  const server = await openServer()
  const opened: BenchedStore[] = []
  const close = async () => {
    for (const store of opened) {
      await store.stop()
      await store.database.end()
    }
    await server.stop()
  }
  const open = async (name: string, bare: boolean) => {
    const store = await openOne(name, bare, await server.database(name))
    opened.push(store)
    return store
  }
  try {
    const ours = await open("benchmark_ours", false)
    const bare = await open("benchmark_bare", true)
    return { ours, bare, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A store with the plugin alone. */
export async function openBenchedStore(
  name: string
): Promise<{ store: BenchedStore; close(): Promise<void> }> {
  const server = await openServer()
  try {
    const store = await openOne(name, false, await server.database(name))
    return {
      store,
      close: async () => {
        await store.stop()
        await store.database.end()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openOne(
  name: string,
  bare: boolean,
  databaseUrl: string
): Promise<BenchedStore> {
  const folder = join(root, ".demo", name)
  const store = await openStore({
    folder,
    databaseUrl,
    port: await freePort(),
    log: join(folder, "medusa.log"),
    env: { SHOP_HOURS: "always" },
    bare,
    dashboard: false,
  })
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  await database.query(FILL_SHELVES)
  return {
    ...store,
    database,
    carts: (count) => cartsOf(store, count),
  }
}

/** Two at a time, as the machine has that many cores. */
async function cartsOf(store: OpenStore, count: number): Promise<Checkout[]> {
  const [shopper] = shoppers
  const [variant_id] = store.variant_ids
  if (!shopper || !variant_id) {
    throw new Error("The demo's shop has nobody or nothing")
  }
  const carts: Checkout[] = []
  const lane = async (size: number) => {
    for (let cart = 0; cart < size; cart++) {
      carts.push(
        await checkOut({
          url: store.url,
          shop: store,
          shopper: { ...shopper, registered: undefined },
          basket: [{ variant_id, title: "goods", quantity: 1 }],
        })
      )
    }
  }
  await Promise.all([lane(Math.ceil(count / 2)), lane(Math.floor(count / 2))])
  return carts
}

/** Milliseconds until a query has a row. */
export async function untilThere(
  database: Client,
  query: string,
  values: unknown[]
): Promise<number> {
  const start = performance.now()
  for (;;) {
    const { rowCount } = await database.query(query, values)
    if (rowCount) {
      return performance.now() - start
    }
    if (performance.now() - start > LONGEST_MS) {
      throw new Error(`No row within ${LONGEST_MS} ms: ${query}`)
    }
    await sleep(5)
  }
}

const LONGEST_MS = 120_000
