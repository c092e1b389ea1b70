import { z } from "@medusajs/framework/zod"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import type { Writable } from "node:stream"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Counts, none } from "./counts"
import { run } from "./command"
import type { Result } from "./result"

/** The suites in jest.config.js. */
export const suites = [
  "unit",
  "modules",
  "http",
  "faults",
  "browser",
  "install",
] as const

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
          retryReasons: z.array(z.string()).default([]),
        })
      ),
    })
  ),
})

type Report = z.infer<typeof reportSchema>

/** Null if jest ended before it wrote a report. */
function readReport(file: string): Report | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return null
  }
}

/** Every failed test with its reason, and every file that could not be run. */
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

/** Every test that passed only when tried once more, with the first reason. */
function retriedIn(report: Report): string[] {
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(
        ({ status, retryReasons }) =>
          status === "passed" && retryReasons.length > 0
      )
      .map(({ fullName, retryReasons }) =>
        [`↻ ${fullName}: passed when tried once more`, ...retryReasons].join(
          "\n"
        )
      )
  )
}

function countsOf(report: Report | null, succeeded: boolean): Counts {
  if (!report) {
    return { ...none, failed: 1 }
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return {
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    // A suite without tests fails too, which jest reports only by its exit
    // code.
    failed: failed || (succeeded ? 0 : 1),
  }
}

/**
 * Runs one suite.
 *
 * @param env how to reach its database
 * @param jestArguments narrows it down, such as a file or `-t name`
 * @param output receives what it prints
 */
export async function runSuite(
  suite: Suite,
  env: NodeJS.ProcessEnv,
  jestArguments: string[],
  output?: Writable
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "follow-ups-results-"))
  const results = join(folder, `${suite}.json`)
  // A suite that boots Medusa does so once per file. Running files in parallel
  // would only be slower.
  const boots = suite !== "unit"
  const succeeded = await run(
    process.execPath,
    [
      // Medusa imports ES modules at run time, which jest allows only with this
      // flag.
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
    retried: report ? retriedIn(report) : [],
  }
}
