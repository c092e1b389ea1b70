import { z } from "@medusajs/framework/zod"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Counts, none } from "./counts"
import { run } from "./command"

/** The suites of jest.config.js, quickest first. */
export const suites = ["unit", "modules", "http", "browser", "install"] as const

export type Suite = (typeof suites)[number]

const resultSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
})

function readCounts(file: string, succeeded: boolean): Counts {
  let result: z.infer<typeof resultSchema>
  try {
    result = resultSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    // jest ended before it could say anything.
    return { ...none, failed: 1 }
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  return {
    passed: result.numPassedTests,
    skipped: result.numPendingTests + result.numTodoTests,
    // A suite without tests fails too: jest says so by its exit code alone.
    failed: failed || (succeeded ? 0 : 1),
  }
}

/**
 * Runs one suite, its output going where ours goes.
 *
 * @param env where its database is
 * @param jestArguments what narrows it down, such as a file or `-t name`
 */
export async function runSuite(
  suite: Suite,
  env: NodeJS.ProcessEnv,
  jestArguments: string[]
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "follow-ups-results-"))
  const results = join(folder, `${suite}.json`)
  // A suite that boots Medusa does so once for each file: side by side they would only be slower.
  const boots = suite !== "unit"
  const succeeded = await run(
    process.execPath,
    [
      // Medusa imports ES modules while it runs, which jest allows only so.
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
      require.resolve("jest/bin/jest"),
      "--json",
      `--outputFile=${results}`,
      ...(boots ? ["--runInBand", "--forceExit", "--testTimeout=120000"] : []),
      ...jestArguments,
    ],
    { ...env, TEST_SUITE: suite }
  )
  const counts = readCounts(results, succeeded)
  rmSync(folder, { recursive: true, force: true })
  return counts
}
