import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../root"

/**
 * An environment in which Medusa sends no telemetry. MEDUSA_DISABLE_TELEMETRY
 * alone is not enough: a detached sender is still started whenever a Medusa
 * process ends. A setting in the user's home folder turns that off, so Medusa
 * gets a home folder of its own.
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
