/**
 * `npm run bench` runs every benchmark, `npm run bench <name>` one. With
 * `--json`, standard output is the figures as JSON and nothing else; with
 * `--held-out`, `alternatives` measures on the items kept for the end, with
 * `--fresh`, `--unseen`, `--blind`, `--trades`, `--blind2`, `--blind3`,
 * `--blind4` and `--blind5` on those written later. A missed target is reported but does not
 * fail the run: the speed of the machine is not a fault in the code.
 */
import { readdirSync } from "node:fs"
import { join } from "node:path"

import {
  type Benchmark,
  isReached,
  PARTS,
  type Report,
} from "./harness/benchmark"
import { asText } from "./harness/text"

/** The names of the programs in this folder. */
function benchmarkNames(): string[] {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /^(?!run\.).*(?<!\.d)\.ts$/.test(entry.name)
    )
    .map((entry) => entry.name.replace(/\.ts$/, ""))
    .sort()
}

async function load(name: string): Promise<Benchmark> {
  const program: unknown = await import(join(__dirname, `${name}.ts`))
  if (isProgram(program)) return program.benchmark
  throw new Error(
    `benchmarks/${name}.ts exports no benchmark; a program exports one as "benchmark", with a title and run()`
  )
}

function isProgram(value: unknown): value is { benchmark: Benchmark } {
  return (
    isObject(value) &&
    isObject(value.benchmark) &&
    typeof value.benchmark.title === "string" &&
    typeof value.benchmark.run === "function"
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}

function asJson(reports: readonly (readonly [name: string, Report])[]): string {
  const withVerdicts = reports.map(([name, report]) => ({
    name,
    ...report,
    targets: report.targets.map((target) => ({
      ...target,
      reached: isReached(target),
    })),
  }))
  return JSON.stringify(withVerdicts, null, 2)
}

async function main(args: readonly string[]): Promise<void> {
  // npm takes the flag as its own unless it follows "--".
  const json = args.includes("--json") || process.env.npm_config_json === "true"
  const part =
    PARTS.find(
      (name) =>
        args.includes(`--${name}`) ||
        process.env[`npm_config_${name.replace("-", "_")}`] === "true"
    ) ?? "tune"
  const options = ["--json", ...PARTS.map((name) => `--${name}`)]
  const unknown = args.find(
    (arg) => arg.startsWith("-") && !options.includes(arg)
  )
  if (unknown) {
    throw new Error(`${unknown} is no option; there are ${options.join(", ")}`)
  }
  const known = benchmarkNames()
  const asked = args.filter((arg) => !arg.startsWith("-"))
  for (const name of asked) {
    if (!known.includes(name)) {
      throw new Error(
        `there is no benchmark "${name}"; there are: ${known.join(", ")}`
      )
    }
  }
  const reports: (readonly [string, Report])[] = []
  for (const name of asked.length > 0 ? asked : known) {
    const benchmark = await load(name)
    process.stderr.write(`measuring ${name} …\n`)
    const report = await benchmark.run({ part })
    reports.push([name, report])
    if (!json) console.log(`${asText(name, benchmark.title, report)}\n`)
  }
  if (json) console.log(asJson(reports))
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
