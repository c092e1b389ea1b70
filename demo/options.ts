export type DemoOptions = {
  port: number
  reset: boolean
  shopper: boolean
  officeHours: boolean
  help: boolean
}

const flags = {
  "--reset": "start over: forget all orders, tasks and settings of the demo",
  "--no-shopper": "run without the simulated shopper and courier",
  "--office-hours":
    "keep the shop's real hours (Mon–Fri 9–18, Sat 10–15 in Kyiv) instead of being open around the clock",
  "--help": "show this",
}

/** The demo's flags and environment variables, as help text. */
export const usage = [
  "npm run demo -- [flags]",
  ...Object.entries(flags).map(
    ([flag, meaning]) => `  ${flag.padEnd(16)} ${meaning}`
  ),
  "Environment:",
  "  PORT             where the store listens, 9000 unless set",
  "  DATABASE_URL     a PostgreSQL database to use instead of the embedded one",
  "  REDIS_URL        a Redis server for events, workflows, locks and cache",
  "  COURIER_SECRET   what couriers sign reports with, a new one at each start unless set",
].join("\n")

function readPort(text = "9000"): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(
      `PORT is "${text}"; it must be a whole number from 1 to 65535.`
    )
  }
  return port
}

/** @throws for an unknown flag or an invalid PORT, with what is allowed */
export function readOptions(
  args: string[],
  env: { PORT?: string }
): DemoOptions {
  const unknown = args.filter((arg) => !(arg in flags))
  if (unknown.length) {
    throw new Error(`Unknown: ${unknown.join(" ")}\n${usage}`)
  }
  return {
    port: readPort(env.PORT || undefined),
    reset: args.includes("--reset"),
    shopper: !args.includes("--no-shopper"),
    officeHours: args.includes("--office-hours"),
    help: args.includes("--help"),
  }
}
