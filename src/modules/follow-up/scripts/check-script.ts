import {
  type Liquid,
  LiquidError,
  type StaticAnalysis,
  type Template,
} from "liquidjs"
import { fillIn, scriptEngine } from "./engine"
import { EMPTY_FACTS, EXAMPLE_FACTS, variableFault } from "./variables"

/** What is wrong with a script, and where: line and column count from 1. */
export type ScriptFault = {
  line: number
  column: number
  /** In English. */
  message: string
  kind: "unknown_variable" | "unknown_filter" | "broken_tag" | "failed"
  /** The variable, filter or tag. */
  name: string | null
}

/** More faults than these are one: the text is not a script. */
const MOST_FAULTS = 20

/**
 * Everything that keeps a script from being read out, in the order of the text;
 * none where it can be. A script is also tried on an example, with everything
 * known and with nothing known.
 */
export function checkScript(text: string): ScriptFault[] {
  const engine = scriptEngine()
  const parsed = parse(engine, text)
  if (!parsed.templates) {
    return parsed.faults
  }
  const analysis = engine.analyzeSync(parsed.templates, { partials: false })
  const faults = [...parsed.faults, ...unknownVariables(analysis)]
  return faults.length > 0
    ? faults.sort(byPlace).slice(0, MOST_FAULTS)
    : tryOut(engine, parsed.templates, analysis)
}

/** What went wrong while a script ran. */
export function failure(error: unknown): ScriptFault {
  return {
    ...placeOf(error),
    kind: "failed",
    message: messageOf(error),
    name: null,
  }
}

/**
 * Liquid stops at the first fault. A filter that is none is taken for one that
 * does nothing, so that the next fault is found too.
 */
function parse(
  engine: Liquid,
  text: string
): { templates: Template[] | null; faults: ScriptFault[] } {
  const faults: ScriptFault[] = []
  while (faults.length < MOST_FAULTS) {
    try {
      return { templates: engine.parse(text), faults }
    } catch (error) {
      const filter = unknownFilter(error)
      faults.push(filter ?? brokenTag(error))
      if (!filter) {
        break
      }
      engine.registerFilter(filter.name, (value: unknown) => value)
    }
  }
  return { templates: null, faults: faults.sort(byPlace) }
}

const UNKNOWN_FILTER = /^undefined filter: (\S+)/

function unknownFilter(
  error: unknown
): (ScriptFault & { name: string }) | null {
  const name = UNKNOWN_FILTER.exec(messageOf(error))?.[1]
  if (name === undefined || !LiquidError.is(error)) {
    return null
  }
  const { input, begin, end } = error.token
  const written = input.slice(begin, end)
  const offset = written.search(new RegExp(`\\|\\s*${escaped(name)}(?!\\w)`))
  const bar = begin + Math.max(0, offset)
  return {
    ...placeAt(input, input.indexOf(name, bar)),
    kind: "unknown_filter",
    message: `${name} is not a filter`,
    name,
  }
}

function brokenTag(error: unknown): ScriptFault {
  return {
    ...placeOf(error),
    kind: "broken_tag",
    message: messageOf(error),
    name: tagOf(error),
  }
}

function unknownVariables({ globals }: StaticAnalysis): ScriptFault[] {
  return Object.values(globals)
    .flat()
    .flatMap((variable): ScriptFault[] => {
      const name = String(variable)
      const message = variableFault(variable.segments, name)
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

function tryOut(
  engine: Liquid,
  templates: Template[],
  { globals, locals }: StaticAnalysis
): ScriptFault[] {
  try {
    fillIn(engine, templates, EMPTY_FACTS)
    fillIn(engine, templates, EXAMPLE_FACTS, true)
    return []
  } catch (error) {
    const name = undefinedVariable(error)
    if (name === null) {
      return [failure(error)]
    }
    // Whether it is set, or how long a list is, may depend on the order.
    const [root = ""] = name.split(".")
    return root in locals || root in globals
      ? []
      : [
          {
            ...placeOf(error),
            kind: "unknown_variable",
            message: `${name} is not a variable: what ${root} goes through is text, without parts`,
            name,
          },
        ]
  }
}

function undefinedVariable(error: unknown): string | null {
  return /^undefined variable: (\S+)/.exec(messageOf(error))?.[1] ?? null
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/, line:\d+, col:\d+$/, "").slice(0, 300)
}

function placeOf(error: unknown): Pick<ScriptFault, "line" | "column"> {
  if (!LiquidError.is(error)) {
    return { line: 1, column: 1 }
  }
  const [line = 1, column = 1] = error.token.getPosition()
  return { line, column }
}

function placeAt(
  text: string,
  offset: number
): Pick<ScriptFault, "line" | "column"> {
  const before = text.slice(0, offset).split("\n")
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  }
}

function tagOf(error: unknown): string | null {
  if (!LiquidError.is(error)) {
    return null
  }
  const written = error.token.getText()
  return /^{%-?\s*(\w+)/.exec(written)?.[1] ?? null
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, "\\$&")
}

function byPlace(one: ScriptFault, other: ScriptFault): number {
  return one.line - other.line || one.column - other.column
}
