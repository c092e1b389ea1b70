import { type ChildProcess, fork } from "node:child_process"
import { closeSync, mkdirSync, openSync } from "node:fs"
import { dirname, join } from "node:path"

export type ChildOptions = {
  cwd: string
  /** Added to the current environment. */
  env: Record<string, string>
  /** The file that receives its output. */
  log: string
  execArgv?: string[]
}

export type Child = {
  /** Its exit code, or null if it was ended by a signal. */
  ended: Promise<number | null>
  /** Asks it to stop, kills it after ten seconds, and waits for it to end. */
  stop(): Promise<void>
  /** Kills it at once, as a crash would, and waits for it to end. */
  kill(): Promise<void>
}

const running = new Set<Child>()
const patienceMilliseconds = 10_000

/**
 * A child in a session of its own may have children too, so the signal is sent
 * to all of them.
 */
function signal(child: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode) {
    return
  }
  if (process.platform === "win32") {
    child.kill(name)
  } else {
    process.kill(-child.pid, name)
  }
}

/**
 * Runs a program in a session of its own, detached from the terminal. Ctrl-C
 * does not reach it, so it can be stopped in the right order, and it keeps
 * running if the terminal closes. It ends at the latest when this process ends.
 */
export function startChild(
  program: string,
  args: string[],
  { cwd, env, log, execArgv = [] }: ChildOptions
): Child {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, "a")
  const forked = fork(program, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    execArgv: [
      ...execArgv,
      "--require",
      join(__dirname, "end-with-parent.cjs"),
    ],
    stdio: ["ignore", output, output, "ipc"],
  })
  closeSync(output)
  const ended = new Promise<number | null>((resolve, reject) => {
    forked.once("error", reject)
    forked.once("exit", resolve)
  }).finally(() => running.delete(child))
  const child: Child = {
    ended,
    async stop() {
      signal(forked, "SIGTERM")
      const insist = setTimeout(
        () => signal(forked, "SIGKILL"),
        patienceMilliseconds
      )
      await ended
      clearTimeout(insist)
    },
    async kill() {
      signal(forked, "SIGKILL")
      await ended
    },
  }
  running.add(child)
  return child
}

/** Stops every program that is still running, whoever started it. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map((child) => child.stop()))
}
