import { MedusaError } from "@medusajs/framework/utils"
import { Liquid, type Template } from "liquidjs"

/** More than anybody reads out. */
const LONGEST_TEXT = 20_000

/**
 * A script takes a millisecond; one that loops must not hold up the shop. The
 * memory counts what texts and ranges are made, so it bounds loops as well.
 */
const LIMITS = { parseLimit: 10_000, renderLimit: 250, memoryLimit: 200_000 }

/**
 * Tags that read other scripts: there are none, and no files to read. And those
 * that count in the facts, where a count takes the place of what has its name.
 */
const TAGS_LEFT_OUT = [
  "include",
  "render",
  "layout",
  "block",
  "increment",
  "decrement",
]

/**
 * Filters that ask the server's clock and zone (times are text already), those
 * whose arguments are code that nothing can check before it runs, and those that
 * go by a part of each thing in a list: lists are of texts, which have none.
 */
const FILTERS_LEFT_OUT =
  /^date|_exp$|^(map|where|reject|find|find_index|has|group_by)$/

/** Liquid that can neither read files nor run without end. */
export function scriptEngine(): Liquid {
  // Text in, text out: what a customer typed is never markup, so none is escaped.
  const engine = new Liquid({
    ...LIMITS,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    templates: {},
  })
  for (const tag of TAGS_LEFT_OUT) {
    delete engine.tags[tag]
  }
  for (const filter of Object.keys(engine.filters)) {
    if (FILTERS_LEFT_OUT.test(filter)) {
      engine.unregisterFilter(filter)
    }
  }
  return engine
}

/**
 * The text that a parsed script makes of the facts. It gets a copy of them: the
 * facts are those of other scripts, too.
 *
 * @param strictVariables - whether a variable that is not there is an error
 * @throws what Liquid throws; MedusaError where the text is endless
 */
export function fillIn(
  engine: Liquid,
  templates: Template[],
  facts: object,
  strictVariables = false
): string {
  const text: unknown = engine.renderSync(templates, structuredClone(facts), {
    strictVariables,
  })
  const length = String(text).length
  if (length > LONGEST_TEXT) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `the text has ${length} characters; it may have at most ${LONGEST_TEXT}`
    )
  }
  return String(text).trim()
}
