import { MedusaError } from "@medusajs/framework/utils"
import { Liquid, type Template } from "liquidjs"

/** More than anybody reads out. */
const LONGEST_TEXT = 20_000

/**
 * A script takes a millisecond; one that loops must not hold up the shop. The
 * memory limit counts the texts and ranges that are created, so it bounds loops
 * as well.
 */
const LIMITS = { parseLimit: 10_000, renderLimit: 250, memoryLimit: 200_000 }

/**
 * Tags that read other scripts, as there are no files to read, and tags that
 * write counters into the variables, which would hide those of the same name.
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
 * Filters that use the server's clock and time zone (times are already text),
 * those whose arguments are code that cannot be checked before it runs, and
 * those that take a property of list items: the items are texts, which have
 * none.
 */
const FILTERS_LEFT_OUT =
  /^date|_exp$|^(map|where|reject|find|find_index|has|group_by)$/

/**
 * A Liquid engine that cannot read files, and whose running time is bounded.
 */
export function scriptEngine(): Liquid {
  // Plain text in, plain text out: a customer's text is never markup, so
  // nothing is escaped.
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
 * Renders a parsed script with a copy of the facts, as other scripts use them
 * too.
 *
 * @param strictVariables - whether an unknown variable is an error
 * @throws whatever Liquid throws; MedusaError if the text is too long
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
