import { z } from "@medusajs/framework/zod"
import { readFileSync } from "node:fs"
import { type Counts, none } from "./counts"

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      message: z.string(),
      /** The path of the file. */
      name: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          ancestorTitles: z.array(z.string()),
          failureMessages: z.array(z.string()),
        })
      ),
    })
  ),
})

/** What jest tells of a run. */
export type Report = z.infer<typeof reportSchema>

export type Test = Report["testResults"][number]["assertionResults"][number]

/** Null if jest ended before it wrote a report. */
export function readReport(file: string): Report | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return null
  }
}

export const testsOf = (
  { testResults }: Report,
  status: "passed" | "failed"
): Test[] =>
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((test) => test.status === status)

export const withReasons = (
  title: string,
  { failureMessages }: Pick<Test, "failureMessages">
): string => [title, ...failureMessages].join("\n")

/** Every failed test with its reason, and every file that could not be run. */
export function failuresIn({ testResults }: Report): string[] {
  return testResults.flatMap(({ message, assertionResults }) =>
    assertionResults.length === 0 && message
      ? [message]
      : assertionResults
          .filter(({ status }) => status === "failed")
          .map((test) => withReasons(`✕ ${test.fullName}`, test))
  )
}

export function countsOf(report: Report | null, succeeded: boolean): Counts {
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
