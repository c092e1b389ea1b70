import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { serverAccount } from "./account"
import { findPostgresBinaries } from "./binaries"
import { createCluster, faultOf } from "./cluster"
import { createDatabase, freePort } from "./connection"
import { clearLeftover } from "./leftover"
import { runServer } from "./run"
import { serverArguments } from "./settings"
import { temporaryFolder } from "./temporary-folder"

export type PostgresOptions = {
  /**
   * The server's data folder. If omitted, a temporary one that `stop` removes.
   */
  folder?: string
  /** A free one if omitted. */
  port?: number
  /** Appended to the error about unusable files: what the reader can do. */
  remedy?: string
}

export type Postgres = {
  host: "localhost"
  port: number
  user: "postgres"
  password: string
  /** The address of a database on this server, for DATABASE_URL. */
  url(database: string): string
  /** Creates a database if it does not exist. */
  createDatabase(database: string): Promise<void>
  /** Resolves when the server has ended, by itself or through `stop`. */
  ended: Promise<void>
  /** Stops the server and waits for it to end. A second call does nothing. */
  stop(): Promise<void>
  /** Ends it as a crash would; its folder can be started again. */
  crash(): Promise<void>
}

function newPassword(): string {
  return randomBytes(18).toString("base64url")
}

/**
 * Starts the embedded PostgreSQL on a free port of the loopback address. It
 * runs until `stop`, or until the process that started it ends, even if that is
 * killed. A given folder is kept and survives a crash; a temporary folder is
 * faster but does not.
 *
 * Only one process at a time may use a folder; the caller must ensure that.
 *
 * @throws if the files in the folder cannot be used, or the server does not
 * start
 */
export async function startPostgres({
  folder: given,
  port: wanted,
  remedy = "",
}: PostgresOptions = {}): Promise<Postgres> {
  const folder = given ?? temporaryFolder()
  const data = join(folder, "data")
  const passwordFile = join(folder, "password")
  const { initdb, postgres } = findPostgresBinaries()
  mkdirSync(folder, { recursive: true })
  const account = serverAccount(data, folder, postgres)

  if (existsSync(data)) {
    const fault = faultOf(data, passwordFile)
    if (fault) {
      throw new Error(`The database cannot be used: ${fault}. ${remedy}`)
    }
    await clearLeftover(data)
  } else {
    writeFileSync(passwordFile, newPassword(), { mode: 0o600 })
    createCluster(data, readFileSync(passwordFile, "utf8"), initdb, account)
  }
  const password = readFileSync(passwordFile, "utf8")

  const port = wanted ?? (await freePort())
  const server = await runServer({
    ...account.launch(postgres, serverArguments(data, port, Boolean(given))),
    data,
    log: join(folder, "log"),
    remedy,
    discard: given ? undefined : folder,
  })
  const url = (database: string) =>
    `postgres://postgres:${password}@localhost:${port}/${database}`

  return {
    host: "localhost",
    port,
    user: "postgres",
    password,
    url,
    createDatabase: (database) => createDatabase(url("postgres"), database),
    ended: server.ended,
    stop: () => server.stop(),
    crash: () => server.crash(),
  }
}
