import { startPostgres } from "../../demo/postgres"
import { createDatabase } from "../../demo/postgres/connection"

/** The PostgreSQL server that benchmarks run on. */
export interface BenchedServer {
  /** Creates a database. @returns its address */
  database(name: string): Promise<string>
  stop(): Promise<void>
}

/** Uses the server in DATABASE_URL, or else an embedded one. */
export async function openServer(): Promise<BenchedServer> {
  const given = process.env.DATABASE_URL
  const embedded = given ? undefined : await startPostgres()
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
    },
  }
}
