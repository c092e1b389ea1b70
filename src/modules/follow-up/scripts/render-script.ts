import type { Template } from "liquidjs"
import type { ScriptVariableDeclaration } from "../../../desk/kind"
import { checkScript } from "./check-script"
import { fillIn, scriptEngine } from "./engine"
import { textIn } from "./languages"
import { failure, type ScriptFault } from "./script-fault"

/**
 * What a script may say, in a language: the plugin's own variables, and those
 * that kinds of work bring.
 */
export type FactsIn = (language: string) => object

/** A text of the shop's that could not be read out, and why. */
export type FaultyText = { language: string; fault: ScriptFault }

/** What the customer hears. */
type Spoken = {
  /** Empty where there is no text at all. */
  text: string
  /** The language tag of the text; null where there is none. */
  language: string | null
  /** What was passed over. */
  faulty: FaultyText[]
}

/**
 * What to say for a task: the playbook's text in the first of these languages
 * that there is one for, else what its type comes with. One that fails is passed over,
 * so that it never reaches who is calling.
 *
 * @param own - what the type comes with, by language
 * @param scripts - the playbook's, by language
 * @param languages - the best one first
 * @param variables - what it may say beside the plugin's own variables
 */
export function renderScript(
  own: Readonly<Record<string, string>>,
  scripts: Readonly<Record<string, string>>,
  languages: readonly string[],
  factsIn: FactsIn,
  variables: readonly ScriptVariableDeclaration[] = []
): Spoken {
  return firstThatWorks(
    [
      ...inOrder([scripts, own], languages),
      // In another language is better than nothing to say.
      ...inOrder([own, scripts], ["en"]),
      ...Object.entries(scripts),
    ],
    factsIn,
    variables
  )
}

/** A canned answer in the first of these languages that there is one for. */
export function renderAnswer(
  texts: Readonly<Record<string, string>>,
  languages: readonly string[],
  factsIn: FactsIn,
  variables: readonly ScriptVariableDeclaration[] = []
): Spoken {
  return firstThatWorks(
    [...inOrder([texts], [...languages, "en"]), ...Object.entries(texts)],
    factsIn,
    variables
  )
}

/** One text as it would be read out, or everything that is wrong with it. */
export function renderText(
  text: string,
  facts: object,
  variables: readonly ScriptVariableDeclaration[] = []
):
  | { text: string; faults: [] }
  | { text: null; faults: [ScriptFault, ...ScriptFault[]] } {
  const known = sound.get(text)
  if (!known) {
    const [first, ...more] = checkScript(text, variables)
    if (first) {
      return { text: null, faults: [first, ...more] }
    }
  }
  try {
    const templates = known ?? engine.parse(text)
    keep(text, templates)
    return { text: fillIn(engine, templates, facts), faults: [] }
  } catch (error) {
    return { text: null, faults: [failure(error)] }
  }
}

const engine = scriptEngine()

/**
 * Scripts that have no fault: to check one took 9 ms, to fill it in 0.03 ms,
 * and a call sheet has many. A fault is not kept, as a machine that is busy can
 * let a good script run out of time.
 */
const sound = new Map<string, Template[]>()
const MOST_KEPT = 500

function keep(text: string, templates: Template[]): void {
  sound.delete(text)
  const [oldest] = sound.keys()
  if (sound.size >= MOST_KEPT && oldest !== undefined) {
    sound.delete(oldest)
  }
  sound.set(text, templates)
}

type Candidate = readonly [language: string, text: string]

/** Language by language, the first source before the next. */
function inOrder(
  sources: readonly Readonly<Record<string, string>>[],
  languages: readonly string[]
): Candidate[] {
  return languages.flatMap((language) =>
    sources.flatMap((texts): Candidate[] => {
      const text = textIn(texts, language)
      return text === undefined ? [] : [[language, text]]
    })
  )
}

function firstThatWorks(
  candidates: readonly Candidate[],
  factsIn: FactsIn,
  variables: readonly ScriptVariableDeclaration[]
): Spoken {
  const faulty: FaultyText[] = []
  for (const [language, text] of candidates) {
    const rendered = renderText(text, factsIn(language), variables)
    if (rendered.text !== null) {
      return { text: rendered.text, language, faulty }
    }
    faulty.push({ language, fault: rendered.faults[0] })
  }
  return { text: "", language: null, faulty }
}
