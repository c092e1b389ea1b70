import { readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { type Child, startChild } from "./child"
import { withoutTelemetry } from "./without-telemetry"

/** Where a store runs, and its environment. */
export type StorePlace = {
  /**
   * Contains the compiled store. Inside the repository, so that its packages
   * are found.
   */
  folder: string
  databaseUrl: string
  /** Added to Medusa's environment. */
  env: Record<string, string>
  /** The file that receives Medusa's output. */
  log: string
}

const cli = join(dirname(require.resolve("@medusajs/cli")), "..", "cli.js")

function startMedusa(place: StorePlace, args: string[]): Child {
  return startChild(cli, args, {
    cwd: place.folder,
    log: place.log,
    env: {
      NODE_ENV: "production",
      DATABASE_URL: place.databaseUrl,
      ...withoutTelemetry(),
      ...place.env,
    },
  })
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** Medusa logs JSON in production. Readers want the message. */
function readable(line: string): string {
  try {
    const { message } = JSON.parse(line)
    return typeof message === "string" ? message : line
  } catch {
    return line
  }
}

function failure(what: string, log: string, start: number): Error {
  const text = readFileSync(log).subarray(start).toString().trimEnd()
  const end = text
    .split("\n")
    .slice(-8)
    .map((line) => readable(line).slice(0, 500))
  return new Error(`${what}. The end of ${log}:\n${end.join("\n")}`)
}

/**
 * Runs one Medusa command in the store's folder until it ends.
 *
 * @throws with the end of its output if it fails
 */
export async function runMedusa(
  place: StorePlace,
  args: string[]
): Promise<void> {
  const logStart = sizeOf(place.log)
  if ((await startMedusa(place, args).ended) !== 0) {
    throw failure(`medusa ${args.join(" ")} failed`, place.log, logStart)
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

const patienceMilliseconds = 120_000

/**
 * Starts the store's server on the loopback address and waits until it
 * responds.
 *
 * @throws with the end of its output if it ends first, or takes over two
 * minutes
 */
export async function startServer(
  place: StorePlace,
  port: number
): Promise<{ url: string; server: Child }> {
  const logStart = sizeOf(place.log)
  const url = `http://localhost:${port}`
  const server = startMedusa(place, [
    "start",
    "--host=localhost",
    `--port=${port}`,
  ])
  let ended = false
  server.ended.then(
    () => (ended = true),
    () => (ended = true)
  )
  const deadline = Date.now() + patienceMilliseconds
  while (!(await answers(url))) {
    if (ended || Date.now() > deadline) {
      await server.stop()
      throw failure("Medusa did not start", place.log, logStart)
    }
    await sleep(100)
  }
  return { url, server }
}
