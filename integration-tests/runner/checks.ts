import { type Counts, none } from "./counts"
import { run } from "./command"

/** What is checked without running anything: the scripts of package.json by these names. */
export const checks = ["lint", "format:check", "typecheck"] as const

export type Check = (typeof checks)[number]

/** Medusa's command line warns at length outside production that it cannot load TypeScript. */
const quiet = { NODE_ENV: "production" }

/** A check counts as one test. */
export async function runCheck(check: Check): Promise<Counts> {
  const npm = process.env.npm_execpath
  const args = ["run", "--silent", check]
  const succeeded = npm
    ? await run(process.execPath, [npm, ...args], quiet)
    : await run("npm", args, quiet)
  return succeeded ? { ...none, passed: 1 } : { ...none, failed: 1 }
}
