import { Liquid } from "liquidjs"
import { SCRIPT_LANGUAGES, type ScriptLanguage, SCRIPTS } from "./scripts"

/** What a script may say. Everything is text already; empty is unknown. */
export type ScriptFacts = {
  shop: string
  agent: string
  customer: string
  order: {
    number: string
    items: string[]
    total: string
    delivery: string
    address: string
  }
}

/** Text in, text out: what a customer typed is never markup, so none is escaped. */
const liquid = new Liquid({ strictFilters: true, ownPropertyOnly: true })

/**
 * What to say for this task type, in the asked language or else in English;
 * empty where the type has no script.
 *
 * @param locale - a language tag such as `uk` or `en-GB`
 */
export function renderScript(
  type: string,
  locale: string,
  facts: ScriptFacts
): string {
  const template = SCRIPTS[type]?.[scriptLanguage(locale)]
  return template
    ? String(liquid.parseAndRenderSync(template, facts)).trim()
    : ""
}

/** The language of the plugin's scripts that is closest to a language tag. */
export function scriptLanguage(locale: string): ScriptLanguage {
  const language = locale.toLowerCase().split("-")[0]
  return SCRIPT_LANGUAGES.find((known) => known === language) ?? "en"
}
