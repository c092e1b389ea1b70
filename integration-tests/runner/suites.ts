import { mkdtempSync, rmSync } from "node:fs"
import type { Writable } from "node:stream"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { run } from "./command"
import { countsOf, failuresIn, type Report, readReport } from "./report"
import type { Result } from "./result"
import { afterSecondTry, secondTry } from "./second-try"

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

/** Those that boot a whole Medusa, and wait for it and for a browser. */
const TRIED_AGAIN: ReadonlySet<Suite> = new Set<Suite>(["http", "browser"])

/**
 * Runs one suite. What fails of a whole one that boots Medusa is tried once
 * more, on a new shop, with the other tests of its group.
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
  const { report, succeeded } = await runJest(suite, env, jestArguments, output)
  const again =
    report && jestArguments.length === 0 && TRIED_AGAIN.has(suite)
      ? secondTry(report)
      : null
  if (report && again) {
    const second = await runJest(suite, env, again, output)
    return afterSecondTry(report, second.report)
  }
  return {
    counts: countsOf(report, succeeded),
    failures: report ? failuresIn(report) : [`✕ ${suite}: jest ended early`],
    retried: [],
  }
}

async function runJest(
  suite: Suite,
  env: NodeJS.ProcessEnv,
  jestArguments: string[],
  output?: Writable
): Promise<{ report: Report | null; succeeded: boolean }> {
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
  return { report, succeeded }
}
