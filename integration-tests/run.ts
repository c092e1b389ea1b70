import pLimit from "p-limit"
import { availableParallelism } from "node:os"
import type { Writable } from "node:stream"
import { showSteps } from "../demo/progress"
import { withoutTelemetry } from "../demo/store/without-telemetry"
import { findChromium, howToGetChromium } from "./chromium"
import { type Check, checks, runCheck } from "./runner/checks"
import { type Counts, none, sum } from "./runner/counts"
import { startTestDatabase } from "./runner/database"
import { KeptOutput } from "./runner/kept-output"
import type { Result } from "./runner/result"
import { runSuite, type Suite, suites } from "./runner/suites"

type Job = Check | Suite

/** Longest first, so that the short ones fill the remaining time. */
const jobs: readonly Job[] = [
  "browser",
  "http",
  "faults",
  "install",
  "modules",
  "unit",
  ...checks,
]

/**
 * Running more at once was no faster, even with more cores: each suite uses
 * most of one core, and the database another.
 */
const AT_A_TIME = Math.min(2, availableParallelism())

const say = (text: string) => process.stdout.write(`${text}\n`)

function readArguments(args: string[]) {
  const separator = args.indexOf("--")
  const end = separator < 0 ? args.length : separator
  const chosen = args.slice(0, end)
  const unknown = chosen.filter((name) => !jobs.some((each) => each === name))
  if (unknown.length) {
    throw new Error(
      `Unknown: ${unknown.join(" ")}. npm test takes any of ${jobs.join(", ")}; ` +
        "what follows a second -- goes to jest, as in: npm test -- http -- -t claim"
    )
  }
  return {
    chosen: jobs.filter((name) => !chosen.length || chosen.includes(name)),
    jestArguments: args.slice(end + 1),
  }
}

type Environment = { env: NodeJS.ProcessEnv; jestArguments: string[] }

const isCheck = (job: Job): job is Check =>
  checks.some((check) => check === job)

async function runJob(
  job: Job,
  { env, jestArguments }: Environment,
  output?: Writable
): Promise<Result> {
  if (isCheck(job)) {
    return await runCheck(job, output)
  }
  if (job === "browser" && !findChromium()) {
    say(
      `browser: skipped, no Chromium or Chrome was found; ${howToGetChromium}`
    )
    return { counts: { ...none, skipped: 1 }, failures: [], retried: [] }
  }
  return await runSuite(job, env, jestArguments, output)
}

/**
 * A single job prints as it runs. Each of several prints all its output when it
 * has ended.
 */
async function runJobs(
  chosen: readonly Job[],
  environment: Environment
): Promise<Result[]> {
  const [only] = chosen
  if (only && chosen.length === 1) {
    return [await runJob(only, environment)]
  }
  const step = showSteps()
  const limit = pLimit(AT_A_TIME)
  return await Promise.all(
    chosen.map((job) =>
      limit(async () => {
        const output = new KeptOutput()
        const result = await step(job, () =>
          runJob(job, environment, output).catch((error): Result => ({
            counts: { ...none, failed: 1 },
            failures: [`✕ ${job} could not be run: ${error}`],
            retried: [],
          }))
        )
        say(`\n── ${job}\n${output.text}`)
        return result
      })
    )
  )
}

async function runAll(args: string[]): Promise<Result[]> {
  const { chosen, jestArguments } = readArguments(args)
  const needsDatabase = suites.some(
    (suite) => suite !== "unit" && chosen.includes(suite)
  )
  const database = needsDatabase ? await startTestDatabase() : undefined
  try {
    const env = { ...withoutTelemetry(), ...database?.env }
    return await runJobs(chosen, { env, jestArguments })
  } finally {
    await database?.stop()
  }
}

/** In CI, a skipped test is a failure. */
function asInCi({ passed, failed, skipped }: Counts): Counts {
  if (skipped) {
    say(`\n${skipped} skipped: with CI=true that is a failure`)
  }
  return { passed, failed: failed + skipped, skipped: 0 }
}

/** Ends with one plain line of totals, for programs to read. */
async function main(): Promise<void> {
  const results = await runAll(process.argv.slice(2))
  const counts = sum(results.map((result) => result.counts))
  for (const told of [
    ...results.flatMap(({ retried }) => retried),
    ...results.flatMap(({ failures }) => failures),
  ]) {
    say(`\n${told}`)
  }
  const { passed, failed, skipped } =
    process.env.CI === "true" ? asInCi(counts) : counts
  say(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  process.exit(failed ? 1 : 0)
}

main().catch((error) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`
  )
  process.exit(1)
})
