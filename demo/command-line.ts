import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"

/**
 * The command line of a process, or "" if it does not exist or cannot be read.
 * Shows whether a stored process id still belongs to the same program: after a
 * reboot it often does not.
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
