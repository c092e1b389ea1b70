import { z } from "@medusajs/framework/zod"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import type { Writable } from "node:stream"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Counts, none } from "./counts"
import { run } from "./command"
import type { Result } from "./result"

/** The suites of jest.config.js. */
export const suites = ["unit", "modules", "http", "browser", "install"] as const

export type Suite = (typeof suites)[number]

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      message: z.string(),
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

type Report = z.infer<typeof reportSchema>

/** Null where jest ended before it could say anything. */
function readReport(file: string): Report | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return null
  }
}

/** Each failed test with its reason, and each file that could not be run. */
function failuresIn(report: Report): string[] {
  return report.testResults.flatMap(({ message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed")
    return assertionResults.length === 0 && message
      ? [message]
      : failed.map(({ fullName, failureMessages }) =>
          [`✕ ${fullName}`, ...failureMessages].join("\n")
        )
  })
}

function countsOf(report: Report | null, succeeded: boolean): Counts {
  if (!report) {
    return { ...none, failed: 1 }
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return {
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    // A suite without tests fails too: jest says so by its exit code alone.
    failed: failed || (succeeded ? 0 : 1),
  }
}

/**
 * Runs one suite.
 *
 * @param env where its database is
 * @param jestArguments what narrows it down, such as a file or `-t name`
 * @param output takes what it prints
 */
export async function runSuite(
  suite: Suite,
  env: NodeJS.ProcessEnv,
  jestArguments: string[],
  output?: Writable
): Promise<Result> {
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
    { ...env, TEST_SUITE: suite },
    output
  )
  const report = readReport(results)
  rmSync(folder, { recursive: true, force: true })
  return {
    counts: countsOf(report, succeeded),
    failures: report ? failuresIn(report) : [`✕ ${suite}: jest ended early`],
  }
}
