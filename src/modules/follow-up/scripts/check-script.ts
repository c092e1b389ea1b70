import { setImmediate } from "node:timers/promises"
import {
  type Liquid,
  LiquidError,
  type StaticAnalysis,
  type Template,
} from "liquidjs"
import type { ScriptVariableDeclaration } from "../../../desk/kind"
import { type Bill, fillIn, scriptEngine } from "./engine"
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
import { wrongKinds } from "./wrong-kinds"

/**
 * With this many faults the text is not a script, and further ones are no help.
 */
const MAX_FAULTS = 20

/** A script that was checked. */
export type CheckedScript = {
  /**
   * Everything that keeps it from being saved, in the order of the text; empty
   * if nothing does.
   */
  faults: readonly ScriptFault[]
  /** What the check cost, in characters of source that ran. */
  cost: number
}

/** The plugin's own variables only. */
const NO_VARIABLES: readonly ScriptVariableDeclaration[] = []

/**
 * To check a script takes up to 0.1 s, usually 3 ms; one request asks for it
 * several times, and every call sheet does. By the list of variables, which
 * lives as long as the shop's settings.
 */
const checked = new WeakMap<object, Map<string, CheckedScript>>()
const MAX_KEPT = 500

/** Checks a script, or looks up what is known of it. */
export function checkedScript(
  text: string,
  variables: readonly ScriptVariableDeclaration[] = NO_VARIABLES
): CheckedScript {
  const known = checked.get(variables) ?? new Map<string, CheckedScript>()
  checked.set(variables, known)
  const found = known.get(text) ?? check(text, variables)
  known.delete(text)
  const [oldest] = known.keys()
  if (known.size >= MAX_KEPT && oldest !== undefined) {
    known.delete(oldest)
  }
  known.set(text, found)
  return found
}

/** The faults of a script, in the order of the text. */
export function checkScript(
  text: string,
  variables?: readonly ScriptVariableDeclaration[]
): ScriptFault[] {
  return [...checkedScript(text, variables).faults]
}

/**
 * Checks scripts one after the other, and lets the shop's requests be answered
 * in between. What is found is known to `checkedScript` then. Ends at the first
 * that has a fault, and where they cost too much together.
 *
 * @param pause - lets others go on
 */
export async function checkInTurn(
  texts: readonly string[],
  variables: readonly ScriptVariableDeclaration[],
  most_cost: number,
  pause: () => Promise<unknown> = setImmediate
): Promise<void> {
  let total = 0
  for (const text of texts) {
    const { faults, cost } = checkedScript(text, variables)
    total += cost
    await pause()
    if (faults.length > 0 || total > most_cost) {
      break
    }
  }
}

/**
 * The script is also rendered with an example, with all variables known and
 * with all of them unknown.
 */
function check(
  text: string,
  variables: readonly ScriptVariableDeclaration[]
): CheckedScript {
  const bill = { spent: text.length }
  const faults = faultsOf(text, knownFacts(variables), bill)
  return { faults, cost: bill.spent }
}

function faultsOf(text: string, known: KnownFacts, bill: Bill): ScriptFault[] {
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
    ...wrongKinds(
      parsed.templates,
      known.example,
      new Set(parsed.faults.map(({ name }) => name))
    ),
  ]
  return faults.length > 0
    ? faults.sort(byPlace).slice(0, MAX_FAULTS)
    : tryOut(engine, parsed.templates, analysis, known, bill)
}

/**
 * Liquid stops at the first fault. An unknown filter is replaced by one that
 * does nothing, and a broken condition by blanks, so that the next fault is found
 * too. What other broken tags are about is not known: the variable of a `for` is
 * not unknown for it.
 */
function parse(
  engine: Liquid,
  text: string
): { templates: Template[] | null; faults: ScriptFault[] } {
  const faults: ScriptFault[] = []
  let rest = text
  for (let round = 0; round < MAX_FAULTS; round += 1) {
    try {
      return { templates: engine.parse(rest), faults }
    } catch (error) {
      const filter = unknownFilter(error)
      if (filter) {
        faults.push(filter)
        engine.registerFilter(filter.name, (value: unknown) => value)
        continue
      }
      const fault = brokenTag(error)
      const isLeftOver =
        rest !== text && ENDS_OF_CONDITIONS.has(fault.name ?? "")
      if (!isLeftOver) {
        faults.push(fault)
      }
      const tag = tagIn(error)
      if (!tag || !isOfCondition(fault.name)) {
        break
      }
      rest = blanked(rest, tag)
    }
  }
  return { templates: null, faults: faults.sort(byPlace) }
}

const CONDITIONS: ReadonlySet<string> = new Set(["if", "unless", "case"])

const ENDS_OF_CONDITIONS: ReadonlySet<string> = new Set([
  "elsif",
  "else",
  "when",
  ...[...CONDITIONS].map((name) => `end${name}`),
])

const isOfCondition = (name: string | null) =>
  name !== null && (CONDITIONS.has(name) || ENDS_OF_CONDITIONS.has(name))

/** Everything else keeps its place. */
const blanked = (text: string, { begin, end }: Span) =>
  text.slice(0, begin) +
  text.slice(begin, end).replace(/[^\n]/g, " ") +
  text.slice(end)

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
    name: tagIn(error)?.name ?? null,
  }
}

/** Computed names are known only when the script runs. */
function tryOut(
  engine: Liquid,
  templates: Template[],
  analysis: StaticAnalysis,
  known: KnownFacts,
  bill: Bill
): ScriptFault[] {
  const examples = [known.empty, known.example]
  try {
    examples.forEach((facts) => fillIn(engine, templates, facts, false, bill))
  } catch (error) {
    return [failure(error)]
  }
  for (const facts of examples) {
    const missing = failureOf(() =>
      fillIn(engine, templates, facts, true, bill)
    )
    const fault = missing && missingVariable(missing.error, analysis, known)
    if (fault) {
      return [fault]
    }
  }
  return []
}

function failureOf(run: () => void): { error: unknown } | null {
  try {
    run()
    return null
  } catch (error) {
    return { error }
  }
}

function missingVariable(
  error: unknown,
  analysis: StaticAnalysis,
  known: KnownFacts
): ScriptFault | null {
  const name = undefinedVariable(error)
  if (name === null) {
    return failure(error)
  }
  const message = missingFault(name, analysis, known.example)
  return message === null
    ? null
    : {
        ...placeOf(error),
        kind: "unknown_variable",
        message,
        name,
      }
}

function undefinedVariable(error: unknown): string | null {
  return /^undefined variable: (\S+)/.exec(messageOf(error))?.[1] ?? null
}

type Span = { begin: number; end: number }

/** The tag in which an error is; null if it is in none. */
function tagIn(error: unknown): (Span & { name: string }) | null {
  if (!LiquidError.is(error)) {
    return null
  }
  const { input, begin } = error.token
  const start = input.lastIndexOf("{%", begin)
  const written = start < 0 ? null : TAG.exec(input.slice(start))
  const [all = "", name = ""] = written ?? []
  const end = start + all.length
  return written && begin < end ? { name, begin: start, end } : null
}

const TAG = /^{%-?\s*(\w+)(?:(?!%}).)*(?:%}|$)/s

function escaped(name: string): string {
  return name.replace(/[^\w]/g, "\\$&")
}
