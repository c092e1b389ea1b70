import { MedusaError } from "@medusajs/framework/utils"
import {
  CaseTag,
  Context,
  defaultOperators,
  filters,
  Liquid,
  type Template,
  type Token,
} from "liquidjs"
import { ARITHMETIC } from "./value-kinds"

/** More than anybody reads out. */
const LONGEST_TEXT = 20_000

/**
 * A script takes a millisecond; one that loops must not hold up the shop.
 * Liquid's memory limit counts the characters of the texts and ranges that are
 * created; here those of the source are added each time it runs, so that it
 * bounds loops as well. A limit in time would depend on how busy the machine
 * is. The longest that is accepted takes about 20 ms.
 */
const LIMITS = { parseLimit: 10_000, memoryLimit: 200_000 }

/** What running an empty loop body costs, in characters. */
const COST_OF_A_ROUND = 10

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
    operators: {
      ...defaultOperators,
      "<": ofKnown((left, right) => left < right),
      "<=": ofKnown((left, right) => left <= right),
      ">": ofKnown((left, right) => left > right),
      ">=": ofKnown((left, right) => left >= right),
    },
  })
  for (const tag of TAGS_LEFT_OUT) {
    delete engine.tags[tag]
  }
  for (const filter of Object.keys(engine.filters)) {
    if (FILTERS_LEFT_OUT.test(filter)) {
      engine.unregisterFilter(filter)
    }
  }
  for (const name of ARITHMETIC) {
    engine.registerFilter(name, computing(filters[name]))
  }
  chargeForSource(engine)
  return engine
}

type Sized = number | string

/** An unknown number is neither less nor more than another one. */
function ofKnown(
  compare: (left: Sized, right: Sized) => boolean
): (left: unknown, right: unknown) => boolean {
  return (left, right) =>
    isSized(left) && isSized(right) && compare(left, right)
}

function isSized(value: unknown): value is Sized {
  return typeof value === "number" || typeof value === "string"
}

/**
 * A filter that computes, where an unknown number stays unknown and prints
 * nothing: Liquid takes whatever is not a number for 0.
 */
function computing(filter: unknown) {
  return function (this: unknown, ...operands: unknown[]): number | null {
    if (typeof filter !== "function" || !operands.every(isNumeric)) {
      return null
    }
    const result = Number(filter.apply(this, operands))
    // 0.1 + 0.2 is 0.3.
    return Number.isFinite(result) ? Number(result.toPrecision(12)) : null
  }
}

function isNumeric(value: unknown): boolean {
  return (
    typeof value === "number" ||
    (typeof value === "string" &&
      value.trim() !== "" &&
      !Number.isNaN(Number(value)))
  )
}

/** What a render has cost so far, in characters of source. */
export type Bill = { spent: number }

const bills = new WeakMap<Context, Bill>()

function chargeForSource({ renderer }: Liquid): void {
  const render = renderer.renderTemplates.bind(renderer)
  renderer.renderTemplates = (templates, context, emitter) => {
    const cost = costOf(templates)
    const bill = bills.get(context)
    if (bill) {
      bill.spent += cost
    }
    context.memoryLimit.use(cost)
    return render(templates, context, emitter)
  }
}

const costs = new WeakMap<readonly Template[], number>()

function costOf(templates: readonly Template[]): number {
  const known = costs.get(templates)
  if (known !== undefined) {
    return known
  }
  const sizeOf = (token: Token) => token.end - token.begin
  const cost = templates.reduce((sum, template) => {
    // The values of `when` are not in the tag itself.
    const whens =
      template instanceof CaseTag
        ? template.branches.flatMap(({ values }) => values)
        : []
    return [template.token, ...whens].reduce(
      (sum, token) => sum + sizeOf(token),
      sum
    )
  }, COST_OF_A_ROUND)
  costs.set(templates, cost)
  return cost
}

/**
 * Renders a parsed script with a copy of the facts, as other scripts use them
 * too.
 *
 * @param strictVariables - whether an unknown variable is an error
 * @param bill - is added to
 * @throws whatever Liquid throws; MedusaError if the text is too long
 */
export function fillIn(
  engine: Liquid,
  templates: Template[],
  facts: object,
  strictVariables = false,
  bill?: Bill
): string {
  const context = new Context(
    structuredClone(facts),
    engine.options,
    { strictVariables, sync: true },
    { liquid: engine }
  )
  if (bill) {
    bills.set(context, bill)
  }
  const text: unknown = engine.renderSync(templates, context)
  const length = String(text).length
  if (length > LONGEST_TEXT) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `the text has ${length} characters; it may have at most ${LONGEST_TEXT}`
    )
  }
  return String(text).trim()
}
