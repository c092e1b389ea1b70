import type { Writable } from "node:stream"
import { run } from "./command"
import { none } from "./counts"
import type { Result } from "./result"

/** Static checks: the scripts in package.json with these names. */
export const checks = ["lint", "format:check", "typecheck"] as const

export type Check = (typeof checks)[number]

/**
 * Outside production, Medusa's CLI warns at length that it cannot load
 * TypeScript.
 */
const quiet = { NODE_ENV: "production" }

/** A check counts as one test. */
export async function runCheck(
  check: Check,
  output?: Writable
): Promise<Result> {
  const npm = process.env.npm_execpath
  const args = ["run", "--silent", check]
  const succeeded = npm
    ? await run(process.execPath, [npm, ...args], quiet, output)
    : await run("npm", args, quiet, output)
  return succeeded
    ? { counts: { ...none, passed: 1 }, failures: [], retried: [] }
    : {
        counts: { ...none, failed: 1 },
        failures: [`✕ npm run ${check}`],
        retried: [],
      }
}
