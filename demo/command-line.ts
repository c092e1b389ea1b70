import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"

/**
 * The command line of a process, or "" when there is none or it may not be
 * seen. Tells whether a process number that was written down still means the
 * same program: after a restart of the machine it often does not.
 */
export function commandLine(pid: number): string {
  try {
    return existsSync("/proc/self")
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
      : execFileSync("ps", ["-o", "args=", "-p", `${pid}`]).toString()
  } catch {
    return ""
  }
}
