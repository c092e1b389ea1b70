import { withoutTelemetry } from "../demo/store/without-telemetry"
import { findChromium, howToGetChromium } from "./chromium"
import { checks, runCheck } from "./runner/checks"
import { type Counts, none, sum } from "./runner/counts"
import { startTestDatabase, type TestDatabase } from "./runner/database"
import { runSuite, suites } from "./runner/suites"

const names = [...checks, ...suites]

const say = (text: string) => process.stdout.write(`${text}\n`)

function readArguments(args: string[]) {
  const separator = args.indexOf("--")
  const end = separator < 0 ? args.length : separator
  const chosen = args.slice(0, end)
  const unknown = chosen.filter((name) => !names.some((each) => each === name))
  if (unknown.length) {
    throw new Error(
      `Unknown: ${unknown.join(" ")}. npm test takes any of ${names.join(", ")}; ` +
        "what follows a second -- goes to jest, as in: npm test -- http -- -t claim"
    )
  }
  const isChosen = (name: string) => !chosen.length || chosen.includes(name)
  return {
    checks: checks.filter(isChosen),
    suites: suites.filter(isChosen),
    jestArguments: args.slice(end + 1),
  }
}

function withoutBrowser(): Counts {
  say(`browser: skipped, no Chromium or Chrome was found; ${howToGetChromium}`)
  return { ...none, skipped: 1 }
}

async function runAll(
  args: string[]
): Promise<{ counts: Counts; failures: string[] }> {
  const chosen = readArguments(args)
  const counts: Counts[] = []
  const failures: string[] = []
  let database: TestDatabase | undefined

  for (const check of chosen.checks) {
    say(`\n── ${check}`)
    counts.push(await runCheck(check))
  }
  try {
    for (const suite of chosen.suites) {
      say(`\n── ${suite}`)
      if (suite === "browser" && !findChromium()) {
        counts.push(withoutBrowser())
        continue
      }
      if (suite !== "unit") {
        database ??= await startTestDatabase()
      }
      const env = { ...withoutTelemetry(), ...database?.env }
      const result = await runSuite(suite, env, chosen.jestArguments)
      counts.push(result.counts)
      failures.push(...result.failures)
    }
  } finally {
    await database?.stop()
  }
  return { counts: sum(counts), failures }
}

/** On a machine that is set up for the tests, what did not run was not tested. */
function asInCi({ passed, failed, skipped }: Counts): Counts {
  if (skipped) {
    say(`\n${skipped} skipped: with CI=true that is a failure`)
  }
  return { passed, failed: failed + skipped, skipped: 0 }
}

/** Ends with one plain line, alone, that programs read. */
async function main(): Promise<void> {
  const { counts, failures } = await runAll(process.argv.slice(2))
  for (const failure of failures) {
    say(`\n${failure}`)
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
