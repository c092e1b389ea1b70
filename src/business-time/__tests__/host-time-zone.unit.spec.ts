import { execFileSync } from "node:child_process"
import { join } from "node:path"

const program = join(__dirname, "host-time-zone.program.ts")

/** The program's output in a process of its own: first its local time, then its results. */
function printedUnder(timeZone: string): {
  localTime: string
  answers: string
} {
  const printed = execFileSync(process.execPath, ["--import", "tsx", program], {
    env: { ...process.env, TZ: timeZone },
    encoding: "utf8",
  })
  const [localTime = "", ...answers] = printed.split("\n")
  return { localTime, answers: answers.join("\n") }
}

it("answers the same whatever the time zone of the machine", () => {
  const utc = printedUnder("UTC")
  expect(utc.answers.length).toBeGreaterThan(10_000)
  for (const zone of [
    "America/New_York",
    "Pacific/Apia",
    "Australia/Lord_Howe",
  ]) {
    const there = printedUnder(zone)
    expect(there.localTime).not.toBe(utc.localTime)
    expect(there.answers).toBe(utc.answers)
  }
}, 60_000)
