import { Output, Tag, type Template } from "liquidjs"
import type { ScriptVariableDeclaration } from "../../../desk/kind"
import { checkScript } from "./check-script"
import { fillIn, scriptEngine } from "./engine"
import { textIn } from "./languages"
import { failure, type ScriptFault } from "./script-fault"

/**
 * Returns the values of all variables in a language: the plugin's own, and
 * those of kinds of work.
 */
export type FactsIn = (language: string) => object

/** A text of the shop that could not be rendered, and why. */
export type FaultyText = { language: string; fault: ScriptFault }

/** The text for the customer. */
type Spoken = {
  /** Empty if there is no text at all. */
  text: string
  /** The language tag of the text; null if there is none. */
  language: string | null
  /** The faulty texts that were skipped. */
  faulty: FaultyText[]
}

/**
 * The script for a task: the playbook's text in the first of these languages
 * that has one, otherwise the type's default. A faulty text is skipped, so that
 * the person who calls never sees it.
 *
 * @param own - the type's default texts, by language
 * @param scripts - the playbook's, by language
 * @param languages - the best one first
 * @param variables - variables that they may use besides the plugin's own
 */
export function renderScript(
  own: Readonly<Record<string, string>>,
  scripts: Readonly<Record<string, string>>,
  languages: readonly string[],
  factsIn: FactsIn,
  variables?: readonly ScriptVariableDeclaration[]
): Spoken {
  const { source: _, ...spoken } = firstThatWorks(
    [
      ...inOrder([scripts, own], languages),
      // A text in another language is better than none.
      ...inOrder([own, scripts], ["en"]),
      ...Object.entries(scripts),
    ],
    factsIn,
    variables
  )
  return spoken
}

/** A canned answer in the first of these languages that has a text. */
export function renderAnswer(
  texts: Readonly<Record<string, string>>,
  languages: readonly string[],
  factsIn: FactsIn,
  variables?: readonly ScriptVariableDeclaration[]
): Spoken & {
  /** The text with the variables that have no value; null if each has one. */
  unfilled: string | null
} {
  const { source, ...spoken } = firstThatWorks(
    [...inOrder([texts], [...languages, "en"]), ...Object.entries(texts)],
    factsIn,
    variables
  )
  const { language } = spoken
  return {
    ...spoken,
    unfilled:
      source === null || language === null
        ? null
        : unfilled(source, factsIn(language)),
  }
}

/** Renders one text, or returns everything that is wrong with it. */
export function renderText(
  text: string,
  facts: object,
  variables?: readonly ScriptVariableDeclaration[]
): RenderedText {
  const [first, ...more] = checkScript(text, variables)
  return first
    ? { text: null, faults: [first, ...more] }
    : rendered(text, facts)
}

type RenderedText =
  | { text: string; faults: [] }
  | { text: null; faults: [ScriptFault, ...ScriptFault[]] }

/**
 * Renders a text of the shop's. One from before these kinds were refused still
 * says the rest of what it has to say.
 */
function renderStored(
  text: string,
  facts: object,
  variables?: readonly ScriptVariableDeclaration[]
): RenderedText {
  const [first, ...more] = checkScript(text, variables).filter(
    ({ kind }) =>
      kind !== "computes_with_text" &&
      kind !== "never_equal" &&
      kind !== "prints_list"
  )
  return first
    ? { text: null, faults: [first, ...more] }
    : rendered(text, facts)
}

function rendered(text: string, facts: object): RenderedText {
  try {
    return { text: fillIn(engine, templatesOf(text), facts), faults: [] }
  } catch (error) {
    return { text: null, faults: [failure(error)] }
  }
}

/**
 * A text in which the variables without a value are left as they are, so that
 * a person can write what they stand for; null if each has a value. A variable
 * inside a condition is missing on purpose.
 */
function unfilled(text: string, facts: object): string | null {
  const templates = templatesOf(text)
  // What a tag before it assigns has a value.
  const isBlank = (template: Template, index: number) =>
    template instanceof Output &&
    fillIn(
      engine,
      [
        ...templates.slice(0, index).filter((each) => each instanceof Tag),
        ...END,
        template,
      ],
      facts
    ).endsWith(END_SIGN)
  return templates.some(isBlank)
    ? fillIn(
        engine,
        templates.map((template, index) =>
          isBlank(template, index) ? asWritten(template) : template
        ),
        facts
      )
    : null
}

function asWritten(template: Template): Template {
  const [raw = template] = engine.parse(
    `{% raw %}${template.token.getText()}{% endraw %}`
  )
  return raw
}

function templatesOf(text: string): Template[] {
  const templates = parsed.get(text) ?? engine.parse(text)
  keep(text, templates)
  return templates
}

const engine = scriptEngine()

/** Told from whatever a text may say. */
const END_SIGN = "\u0003"
const END = engine.parse(END_SIGN)

/** To parse a script takes ten times as long as to fill it in. */
const parsed = new Map<string, Template[]>()
const MAX_KEPT = 500

function keep(text: string, templates: Template[]): void {
  parsed.delete(text)
  const [oldest] = parsed.keys()
  if (parsed.size >= MAX_KEPT && oldest !== undefined) {
    parsed.delete(oldest)
  }
  parsed.set(text, templates)
}

/**
 * More faulty texts than a call sheet tries: a shop's stored texts may be many,
 * and each is checked.
 */
const MAX_TRIED = 8

type Candidate = readonly [language: string, text: string]

/** All sources in the first language, then in the next. */
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
  variables?: readonly ScriptVariableDeclaration[]
): Spoken & {
  /** The text as the shop wrote it; null if there is none. */
  source: string | null
} {
  const faulty: FaultyText[] = []
  const tried = new Set<string>()
  for (const [language, text] of candidates) {
    if (tried.has(text) || tried.size >= MAX_TRIED) {
      continue
    }
    tried.add(text)
    const rendered = renderStored(text, factsIn(language), variables)
    if (rendered.text !== null) {
      return { text: rendered.text, language, source: text, faulty }
    }
    faulty.push({ language, fault: rendered.faults[0] })
  }
  return { text: "", language: null, source: null, faulty }
}
