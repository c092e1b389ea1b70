import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startPostgres } from "../../demo/postgres"
import { createDatabase } from "../../demo/postgres/connection"

/** The PostgreSQL server that benchmarks run on. */
export interface BenchedServer {
  /** Creates a database. @returns its address */
  database(name: string): Promise<string>
  stop(): Promise<void>
}

/**
 * Uses the server in DATABASE_URL, or else an embedded one.
 *
 * @param is_durable - whether a commit of the embedded one waits for the disk,
 * as a shop's does; it is faster without
 */
export async function openServer(is_durable = false): Promise<BenchedServer> {
  const given = process.env.DATABASE_URL
  const folder =
    is_durable && !given
      ? await mkdtemp(join(tmpdir(), "follow-ups-benchmark-"))
      : undefined
  const embedded = given ? undefined : await startPostgres({ folder })
  const server = given ?? embedded?.url("postgres") ?? ""
  return {
    async database(name) {
      const url = new URL(server)
      url.pathname = `/${name}_${Date.now()}`
      await createDatabase(server, url.pathname.slice(1))
      return url.href
    },
    async stop() {
      await embedded?.stop()
      if (folder) {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}
