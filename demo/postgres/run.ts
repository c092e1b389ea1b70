import { fork } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Launch } from "./account"

type ServerOptions = Launch & {
  data: string
  log: string
  remedy: string
  /** A folder to remove when the server has ended. */
  discard?: string
}

/**
 * The last lines of what was added to the log after its first `start` bytes.
 */
function logSince(log: string, start: number): string {
  const text = existsSync(log)
    ? readFileSync(log).subarray(start).toString()
    : ""
  return text.trimEnd().split("\n").slice(-8).join("\n")
}

/**
 * The server writes its state to the last line of its lock file. pg_ctl checks
 * the same word.
 */
function isReady(data: string): boolean {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")
    return lines[7]?.trim() === "ready"
  } catch {
    return false
  }
}

export type RunningServer = {
  ended: Promise<void>
  /** Every transaction that runs is rolled back ("fast"). */
  stop(): Promise<void>
  /** At once, without a checkpoint: the next start recovers ("immediate"). */
  crash(): Promise<void>
}

/**
 * Long, because recovery after a crash may take a while. A server that hangs
 * can be seen in the log.
 */
const patienceMilliseconds = 60_000

/**
 * Starts the server under its guard and waits until it accepts connections.
 *
 * @throws with the end of the server's log if it does not start
 */
export async function runServer({
  data,
  log,
  remedy,
  discard,
  ...launch
}: ServerOptions): Promise<RunningServer> {
  const logStart = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const order = JSON.stringify({ ...launch, cwd: data, log, discard })
  const guard = fork(join(__dirname, "guard.mjs"), [order], {
    detached: true,
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  })
  let running = true
  const ended = new Promise<void>((resolve) => {
    guard.once("exit", () => {
      running = false
      resolve()
    })
  })
  const end = (how: "stop" | "crash") => async () => {
    if (running && guard.connected) {
      guard.send(how)
    }
    await ended
  }
  const stop = end("stop")

  const deadline = Date.now() + patienceMilliseconds
  while (!isReady(data)) {
    if (!running || Date.now() > deadline) {
      await stop()
      throw new Error(
        `The database in ${data} does not start. ${remedy}\nThe end of ${log}:\n${logSince(log, logStart)}`
      )
    }
    await sleep(20)
  }
  return { ended, stop, crash: end("crash") }
}
