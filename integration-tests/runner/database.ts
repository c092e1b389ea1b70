import { type Postgres, startPostgres } from "../../demo/postgres"

export type TestDatabase = {
  /** The variables that @medusajs/test-utils reads. */
  env: Record<string, string>
  stop(): Promise<void>
}

function fromUrl(address: string): TestDatabase {
  const { hostname, port, username, password } = new URL(address)
  return {
    env: {
      DB_HOST: hostname,
      DB_PORT: port || "5432",
      DB_USERNAME: decodeURIComponent(username),
      DB_PASSWORD: decodeURIComponent(password),
    },
    stop: async () => {},
  }
}

function fromEmbedded(server: Postgres): TestDatabase {
  return {
    env: {
      DB_HOST: server.host,
      DB_PORT: `${server.port}`,
      DB_USERNAME: server.user,
      DB_PASSWORD: server.password,
    },
    stop: () => server.stop(),
  }
}

/**
 * The server on which the tests create their databases: the one in DATABASE_URL
 * if set, else a disposable embedded one.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const given = process.env.DATABASE_URL
  return given ? fromUrl(given) : fromEmbedded(await startPostgres())
}
