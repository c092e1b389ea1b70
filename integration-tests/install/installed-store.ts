import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "../../demo/postgres/connection"
import { type Child, startChild } from "../../demo/store/child"

const patienceMilliseconds = 120_000

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

/** A store in its own folder, run by its own Medusa. */
export class InstalledStore {
  url = ""
  private server: Child | undefined
  private readonly log: string

  constructor(
    readonly folder: string,
    readonly databaseUrl: string
  ) {
    this.log = join(folder, "medusa.log")
  }

  /**
   * Runs one command of the store's Medusa until it ends.
   *
   * @throws with its output if it fails
   */
  async medusa(...args: string[]): Promise<void> {
    const log = join(this.folder, `${args[0]?.replace(":", "-")}.log`)
    // As on a developer's machine, where NODE_ENV is not set.
    const command = this.start(this.folder, args, log, { NODE_ENV: "" })
    if ((await command.ended) !== 0) {
      throw new Error(
        `medusa ${args.join(" ")} failed:\n${readFileSync(log, "utf8")}`
      )
    }
  }

  /** Adds the plugin to medusa-config.ts, in one line, and its imports. */
  addToConfig(line: string, imported: string): void {
    const file = join(this.folder, "medusa-config.ts")
    const config = readFileSync(file, "utf8")
    writeFileSync(
      file,
      `${imported}\n${config.replace(/\n}\)\n$/, `\n  ${line}\n})\n`)}`
    )
  }

  /**
   * Type-checks the store's code, as its developer's editor does.
   *
   * @throws with the compiler's errors
   */
  async checkTypes(): Promise<void> {
    const tsc = join(this.folder, "node_modules", "typescript", "bin", "tsc")
    const log = join(this.folder, "tsc.log")
    const checked = startChild(tsc, ["--noEmit", "-p", "."], {
      cwd: this.folder,
      log,
      env: {},
    })
    if ((await checked.ended) !== 0) {
      throw new Error(`The types are wrong:\n${readFileSync(log, "utf8")}`)
    }
  }

  /** Starts the result of `medusa build`, in production mode. */
  async serve(): Promise<void> {
    const port = await freePort()
    const built = join(this.folder, ".medusa", "server")
    const server = this.start(
      built,
      ["start", "--host=localhost", `--port=${port}`],
      this.log,
      { NODE_ENV: "production" }
    )
    let ended = false
    server.ended.finally(() => (ended = true))
    const deadline = Date.now() + patienceMilliseconds
    this.server = server
    this.url = `http://localhost:${port}`
    while (!(await answers(this.url))) {
      if (ended || Date.now() > deadline) {
        throw new Error(`Medusa did not start:\n${this.output()}`)
      }
      await sleep(100)
    }
  }

  /** The server's output so far. */
  output(): string {
    return existsSync(this.log) ? readFileSync(this.log, "utf8") : ""
  }

  async stop(): Promise<void> {
    await this.server?.stop()
  }

  private start(
    cwd: string,
    args: string[],
    log: string,
    env: Record<string, string>
  ): Child {
    const cli = join(this.folder, "node_modules", "@medusajs", "cli", "cli.js")
    return startChild(cli, args, {
      cwd,
      log,
      env: {
        DATABASE_URL: this.databaseUrl,
        JWT_SECRET: "test",
        COOKIE_SECRET: "test",
        STORE_CORS: "http://localhost:8000",
        ADMIN_CORS: "http://localhost:9000",
        AUTH_CORS: "http://localhost:9000",
        ...env,
      },
    })
  }
}
