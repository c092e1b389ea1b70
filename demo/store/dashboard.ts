import {
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { root } from "../root"
import { startChild } from "./child"
import { fingerprint } from "./fingerprint"
import { withoutTelemetry } from "./without-telemetry"

/** One build for all stores of this repository: the demo and the tests. */
const kept = join(root, ".demo", "dashboard")
const built = join(kept, "public", "admin")
const stamp = join(kept, "built-from")
const log = join(root, ".demo", "dashboard.log")

const madeFrom = ["admin", "src/admin", "medusa-config.ts", "package-lock.json"]

export function isDashboardBuilt(): boolean {
  return (
    existsSync(join(built, "index.html")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === fingerprint(madeFrom)
  )
}

/**
 * Builds the dashboard with the extensions in `src/admin` as `medusa build`
 * would, unless the existing build was made from the same sources.
 *
 * @throws if the build fails, with where to read why
 */
export async function buildDashboard(): Promise<void> {
  if (isDashboardBuilt()) {
    return
  }
  const sources = fingerprint(madeFrom)
  rmSync(kept, { recursive: true, force: true })
  const build = startChild(join(__dirname, "build-dashboard.ts"), [kept], {
    cwd: root,
    env: { NODE_ENV: "production", ...withoutTelemetry() },
    log,
    execArgv: ["--import", "tsx"],
  })
  if ((await build.ended) !== 0) {
    const end = readFileSync(log, "utf8").trimEnd().split("\n").slice(-20)
    throw new Error(
      `The dashboard could not be built. The end of ${log}:\n${end.join("\n")}`
    )
  }
  writeFileSync(stamp, sources)
}

/** Puts the built dashboard where the store's server looks for it. */
export function placeDashboard(store: string): void {
  const place = join(store, "public", "admin")
  rmSync(place, { recursive: true, force: true })
  cpSync(built, place, { recursive: true })
}
