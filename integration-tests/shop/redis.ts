import { type ChildProcess, spawn } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { connect } from "node:net"
import { delimiter, join } from "node:path"
import { freePort } from "../../demo/postgres/connection"
import { until } from "./until"

/** What to tell a user without Redis. */
export const howToGetRedis =
  "install Redis (on Debian: apt-get install redis-server)"

/** This machine's Redis server, or undefined. */
export function findRedis(env = process.env): string | undefined {
  return (env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "redis-server"))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** A real Redis on the loopback address, without persistence. */
export class Redis {
  private constructor(
    private readonly program: string,
    private readonly port: number,
    private server: ChildProcess
  ) {}

  static async start(program: string): Promise<Redis> {
    const port = await freePort()
    return new Redis(program, port, await serve(program, port))
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** On the same port, without what it held when it was stopped. */
  async comeBackEmpty(): Promise<void> {
    this.server = await serve(this.program, this.port)
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.server.once("exit", resolve))
    this.server.kill("SIGKILL")
    await ended
  }
}

async function serve(program: string, port: number): Promise<ChildProcess> {
  const server = spawn(
    program,
    [
      "--port",
      `${port}`,
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--appendonly",
      "no",
    ],
    { stdio: "ignore" }
  )
  await until(() => answers(port))
  return server
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1")
    socket.once("connect", () => {
      socket.destroy()
      resolve(true)
    })
    socket.once("error", () => resolve(false))
  })
}
