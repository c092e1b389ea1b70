import {
  type Liquid,
  LiquidError,
  type StaticAnalysis,
  type Template,
} from "liquidjs"
import type { ScriptVariableDeclaration } from "../../../desk/kind"
import { fillIn, scriptEngine } from "./engine"
import { filtersByPart } from "./filters-by-part"
import {
  byPlace,
  failure,
  messageOf,
  placeAt,
  placeOf,
  type ScriptFault,
} from "./script-fault"
import { missingFault, unknownVariables } from "./unknown-variables"
import { type KnownFacts, knownFacts } from "./variables"

/**
 * With this many faults the text is not a script, and further ones are no help.
 */
const MAX_FAULTS = 20

/**
 * Everything that keeps a script from being read out, in the order of the text;
 * empty if nothing does. The script is also rendered with an example, with all
 * variables known and with all of them unknown.
 */
export function checkScript(
  text: string,
  variables: readonly ScriptVariableDeclaration[] = []
): ScriptFault[] {
  const known = knownFacts(variables)
  const engine = scriptEngine()
  const parsed = parse(engine, text)
  if (!parsed.templates) {
    return parsed.faults
  }
  const analysis = engine.analyzeSync(parsed.templates, { partials: false })
  const faults = [
    ...parsed.faults,
    ...unknownVariables(analysis, known.example),
    ...filtersByPart(parsed.templates),
  ]
  return faults.length > 0
    ? faults.sort(byPlace).slice(0, MAX_FAULTS)
    : tryOut(engine, parsed.templates, analysis, known)
}

/**
 * Liquid stops at the first fault. An unknown filter is replaced by one that
 * does nothing, so that the next fault is found too.
 */
function parse(
  engine: Liquid,
  text: string
): { templates: Template[] | null; faults: ScriptFault[] } {
  const faults: ScriptFault[] = []
  while (faults.length < MAX_FAULTS) {
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

/** Computed names are known only when the script runs. */
function tryOut(
  engine: Liquid,
  templates: Template[],
  analysis: StaticAnalysis,
  known: KnownFacts
): ScriptFault[] {
  const examples = [known.empty, known.example]
  try {
    examples.forEach((facts) => fillIn(engine, templates, facts))
  } catch (error) {
    return [failure(error)]
  }
  for (const facts of examples) {
    const fault = missingVariable(engine, templates, facts, analysis, known)
    if (fault) {
      return [fault]
    }
  }
  return []
}

function missingVariable(
  engine: Liquid,
  templates: Template[],
  facts: object,
  analysis: StaticAnalysis,
  known: KnownFacts
): ScriptFault | null {
  try {
    fillIn(engine, templates, facts, true)
    return null
  } catch (error) {
    const name = undefinedVariable(error)
    if (name === null) {
      return failure(error)
    }
    const message = missingFault(name, analysis, known.example)
    return message === null
      ? null
      : { ...placeOf(error), kind: "unknown_variable", message, name }
  }
}

function undefinedVariable(error: unknown): string | null {
  return /^undefined variable: (\S+)/.exec(messageOf(error))?.[1] ?? null
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
