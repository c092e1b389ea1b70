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
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()),
        })
      ),
    })
  ),
})

type Result = z.infer<typeof resultSchema>

/** Null where jest ended before it could say anything. */
function readResult(file: string): Result | null {
  try {
    return resultSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return null
  }
}

/** Each failed test with its reason, to be read after all the output of the shop. */
function failuresIn(result: Result): string[] {
  return result.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages }) =>
      [`✕ ${fullName}`, ...failureMessages].join("\n")
    )
}

function countsOf(result: Result | null, succeeded: boolean): Counts {
  if (!result) {
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

export type SuiteResult = { counts: Counts; failures: string[] }

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
): Promise<SuiteResult> {
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
  const result = readResult(results)
  rmSync(folder, { recursive: true, force: true })
  return {
    counts: countsOf(result, succeeded),
    failures: result ? failuresIn(result) : [`✕ ${suite}: jest ended early`],
  }
}
