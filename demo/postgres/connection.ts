import { Client } from "@medusajs/framework/pg"
import { createServer } from "node:net"

/** A port that was free on the loopback addresses just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      const port = typeof address === "object" && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/**
 * Creates a database if it does not exist. `server` is the address of any
 * database on the server.
 */
export async function createDatabase(
  server: string,
  name: string
): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      "select 1 from pg_database where datname = $1",
      [name]
    )
    if (!rowCount) {
      await client.query(`create database ${client.escapeIdentifier(name)}`)
    }
  } finally {
    await client.end()
  }
}

/**
 * Checks that a database that we did not create can be used.
 *
 * @throws with what is wrong with it
 */
export async function requireDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The database that DATABASE_URL names cannot be used: ${reason || "no connection"}`
    )
  } finally {
    await client.end()
  }
}
