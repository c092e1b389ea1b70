import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../root"

/**
 * The environment in which Medusa reports nothing. MEDUSA_DISABLE_TELEMETRY
 * alone still starts a sender, detached, whenever a process of Medusa's ends;
 * what stops that is a setting in the user's home, so it is given a home of
 * its own.
 */
export function withoutTelemetry(): Record<string, string> {
  const home = join(root, ".demo", "config")
  mkdirSync(join(home, "medusa"), { recursive: true })
  writeFileSync(
    join(home, "medusa", "config.json"),
    JSON.stringify({ telemetry: { enabled: false } })
  )
  return { XDG_CONFIG_HOME: home, MEDUSA_DISABLE_TELEMETRY: "true" }
}
