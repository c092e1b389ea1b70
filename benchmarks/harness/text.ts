import {
  type Comparison,
  isReached,
  type Report,
  type Target,
} from "./benchmark"

/** A report as text. */
export function asText(name: string, title: string, report: Report): string {
  return [
    `${name}: ${title}`,
    ...report.conditions.map((condition) => `  ${condition}`),
    "",
    ...report.comparisons.flatMap(comparisonLines),
    ...report.targets.map(targetLine),
  ].join("\n")
}

function comparisonLines({ operation, unit, figures }: Comparison): string[] {
  const width = Math.max(...figures.map(({ contender }) => contender.length))
  return [
    `  ${operation}, ${unit}`,
    ...figures.map(
      ({ contender, value }) =>
        `    ${contender.padEnd(width)}  ${amount(value).padStart(12)}`
    ),
    "",
  ]
}

function targetLine(target: Target): string {
  const { name, unit, measured, bound, limit } = target
  const verdict = isReached(target) ? "reached" : "NOT REACHED"
  return `  ${verdict}: ${name}: ${amount(measured)}${unit} (${bound} ${amount(limit)}${unit})`
}

function amount(value: number): string {
  return value.toLocaleString("en-US", {
    maximumFractionDigits: value < 100 ? 2 : 0,
  })
}
