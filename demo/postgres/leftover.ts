import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { commandLine } from "../command-line"

/**
 * Cleans up after a server in `data` that was not stopped. Stops the server if
 * it still runs. Removes a lock file whose process id now belongs to another
 * program (after a restart of the machine or container), because PostgreSQL
 * would take that program for a running server. The caller must ensure that no
 * one else uses the folder.
 *
 * @throws if a leftover server does not stop within ten seconds
 */
export async function clearLeftover(data: string): Promise<void> {
  const lock = join(data, "postmaster.pid")
  if (!existsSync(lock)) {
    return
  }
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0])
  const isOurs = () => pid > 0 && commandLine(pid).includes(data)
  if (!isOurs()) {
    rmSync(lock, { force: true })
    return
  }
  process.kill(pid, "SIGINT")
  for (let waited = 0; isOurs(); waited += 50) {
    if (waited > 10_000) {
      throw new Error(
        `A PostgreSQL server is still running on ${data} (process ${pid}) and does not stop. Stop it, then try again.`
      )
    }
    await sleep(50)
  }
}
