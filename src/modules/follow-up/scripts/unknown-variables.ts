import type { StaticAnalysis, Variable } from "liquidjs"
import type { ScriptFault } from "./script-fault"
import { partsFault, type Segment } from "./variables"

/**
 * Every unknown variable, also in branches that no example takes: Liquid
 * renders an unknown variable as an empty text.
 */
export function unknownVariables(
  analysis: StaticAnalysis,
  known: Readonly<Record<string, unknown>>
): ScriptFault[] {
  const facts = new Set(all(analysis.globals))
  return all(analysis.variables).flatMap((variable): ScriptFault[] => {
    const name = String(variable)
    const message = facts.has(variable)
      ? partsFault(variable.segments, name, known)
      : ownFault(variable.segments, name, analysis)
    return message === null
      ? []
      : [
          {
            line: variable.location.row,
            column: variable.location.col,
            kind: "unknown_variable",
            message,
            name,
          },
        ]
  })
}

/**
 * Why a variable that came out empty, once its computed parts were known, does
 * not exist; null if it may have a value for another order.
 *
 * @param name - as Liquid names it, with dots: `order.items.7`
 */
export function missingFault(
  name: string,
  analysis: StaticAnalysis,
  known: Readonly<Record<string, unknown>>
): string | null {
  const segments = name.split(".")
  const [root = ""] = segments
  const own = Object.hasOwn(analysis.locals, root)
  const dependsOnOrder = segments.length === 1 ? own : isPlace(segments.at(-1))
  if (dependsOnOrder) {
    return null
  }
  return (
    (own
      ? ownFault(segments, name, analysis)
      : partsFault(segments, name, known)) ?? `${name} is not a variable here`
  )
}

const FORLOOP = {
  index: 1,
  index0: 0,
  rindex: 1,
  rindex0: 0,
  first: true,
  last: true,
  length: 1,
  name: "",
}

/** The properties of a loop's `forloop` object. */
const LOOPS: Readonly<Record<string, unknown>> = {
  forloop: FORLOOP,
  tablerowloop: {
    ...FORLOOP,
    row: 1,
    col: 1,
    col0: 0,
    col_first: true,
    col_last: true,
  },
}

/**
 * Every value is a text or a list of texts, and so is everything derived from
 * it.
 */
const TEXT_OR_LIST = [""]

/** Why a name that the script itself assigned does not have these parts. */
function ownFault(
  segments: readonly Segment[],
  name: string,
  { locals }: StaticAnalysis
): string | null {
  const root = String(segments[0])
  if (Object.hasOwn(locals, root)) {
    return partsFault(segments, name, { [root]: TEXT_OR_LIST })
  }
  if (Object.hasOwn(LOOPS, root)) {
    return partsFault(segments, name, LOOPS)
  }
  return partsFault(segments, name, { [root]: "" }) === null
    ? null
    : `${name} is not a variable: what ${root} goes through is text, without parts`
}

/** Whether it exists may depend on the length of the list. */
function isPlace(segment: string | undefined): boolean {
  return /^(|-?\d+|first|last)$/.test(segment ?? "")
}

function all(variables: StaticAnalysis["variables"]): Variable[] {
  return Object.values(variables).flat()
}
