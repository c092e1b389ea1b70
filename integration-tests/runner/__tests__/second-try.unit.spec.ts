import type { Report, Test } from "../report"
import { afterSecondTry, secondTry } from "../second-try"

const test = (
  ancestorTitles: string[],
  title: string,
  failed?: string
): Test => ({
  ancestorTitles,
  fullName: [...ancestorTitles, title].join(" "),
  status: failed ? "failed" : "passed",
  failureMessages: failed ? [failed] : [],
})

const report = (...tests: Test[]): Report => {
  const count = (status: string) =>
    tests.filter((one) => one.status === status).length
  return {
    numPassedTests: count("passed"),
    numFailedTests: count("failed"),
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [
      { message: "", name: "/http/a.spec.ts", assertionResults: tests },
    ],
  }
}

const late = (failed?: string) => test(["", "a call", "b (c)"], "waits", failed)
const wrong = (failed: string) => test(["", "a call", "d"], "rings", failed)
const fine = test(["", "a call", "e"], "ends")

describe("a second try", () => {
  it("is that of the groups of what failed", () => {
    const [pattern = "", ...files] =
      secondTry(report(fine, late("1"), wrong("2"))) ?? []
    const groups = new RegExp(pattern.replace("--testNamePattern=", ""))

    expect(files).toEqual(["--runTestsByPath", "/http/a.spec.ts"])
    expect(groups.test(late().fullName)).toBe(true)
    expect(groups.test(" a call d rings")).toBe(true)
    expect(groups.test(fine.fullName)).toBe(false)
    expect(groups.test(" a call dd rings")).toBe(false)
  })

  it("is not made where nothing failed, a file could not be run, or much failed", () => {
    const many = ["1", "2", "3", "4", "5"].map((group) =>
      test(["", "a call", group], "waits", "No answer")
    )
    expect(secondTry(report(fine))).toBeNull()
    expect(
      secondTry({ ...report(late("1")), numRuntimeErrorTestSuites: 1 })
    ).toBeNull()
    expect(secondTry(report(...many))).toBeNull()
  })

  it("tells what passed then with the first reason, and what failed again with both", () => {
    const first = report(fine, late("too late"), wrong("first"))
    expect(afterSecondTry(first, report(late(), wrong("second")))).toEqual({
      counts: { passed: 2, failed: 1, skipped: 0 },
      retried: [
        " a call b (c) waits: passed when tried once more\ntoo late",
      ].map((text) => `↻ ${text}`),
      failures: ["✕  a call d rings\nfirst\nsecond"],
    })
  })

  it("leaves failed what did not run again, or failed under the same name", () => {
    const first = report(late("first"))
    for (const second of [null, report(fine), report(late(), late("again"))]) {
      expect(afterSecondTry(first, second).counts).toEqual({
        passed: 0,
        failed: 1,
        skipped: 0,
      })
    }
  })
})
