import type { Result } from "./result"
import {
  countsOf,
  failuresIn,
  type Report,
  type Test,
  testsOf,
  withReasons,
} from "./report"

/** If more of a suite fails, it is no test that was a moment too late. */
const MOST_GROUPS = 4

/** The group of a test that can be run by itself: the first two titles. */
const groupOf = ({ ancestorTitles }: Test): string =>
  ancestorTitles
    .slice(0, ancestorTitles.findIndex((title) => title !== "") + 2)
    .join(" ")

/**
 * The arguments for jest that run the groups of the failed tests once more, in
 * a process of its own.
 *
 * @returns null if that is not worth it
 */
export function secondTry(report: Report): string[] | null {
  const groups = [...new Set(testsOf(report, "failed").map(groupOf))]
  const files = report.testResults
    .filter(({ assertionResults }) =>
      assertionResults.some(({ status }) => status === "failed")
    )
    .map(({ name }) => name)
  const isWorthIt =
    report.numRuntimeErrorTestSuites === 0 &&
    groups.length > 0 &&
    groups.length <= MOST_GROUPS
  if (!isWorthIt) {
    return null
  }
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
  return [
    `--testNamePattern=^(${groups.map(literal).join("|")})( |$)`,
    "--runTestsByPath",
    ...files,
  ]
}

/** The result of a suite of which some tests failed, and were tried again. */
export function afterSecondTry(first: Report, second: Report | null): Result {
  const namesIn = (status: "passed" | "failed") =>
    new Map(
      (second ? testsOf(second, status) : []).map((test) => [
        test.fullName,
        test,
      ])
    )
  const failed = namesIn("failed")
  // Two tests of one name have passed if both have.
  const passed = new Map(
    [...namesIn("passed")].filter(([name]) => !failed.has(name))
  )
  const counts = countsOf(first, false)
  const tests = testsOf(first, "failed")
  const late = tests.filter(({ fullName }) => passed.has(fullName))
  return {
    counts: {
      ...counts,
      passed: counts.passed + late.length,
      failed: counts.failed - late.length,
    },
    failures: failuresIn({
      ...first,
      testResults: first.testResults.map((file) => ({
        ...file,
        assertionResults: file.assertionResults
          .filter(({ fullName }) => !passed.has(fullName))
          .map((test) => ({
            ...test,
            failureMessages: [
              ...test.failureMessages,
              ...(failed.get(test.fullName)?.failureMessages ?? []),
            ],
          })),
      })),
    }),
    retried: late.map((test) =>
      withReasons(`↻ ${test.fullName}: passed when tried once more`, test)
    ),
  }
}
