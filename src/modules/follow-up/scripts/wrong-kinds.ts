import {
  type Arguments,
  CaseTag,
  CycleTag,
  EchoTag,
  type Filter,
  ForTag,
  Output,
  TablerowTag,
  type Template,
  type Token,
  TypeGuards,
  type Value,
} from "liquidjs"
import { childrenOf } from "./filters-by-part"
import { KindFaults, type Operand } from "./kind-faults"
import type { ScriptFault } from "./script-fault"
import {
  ARITHMETIC,
  COUNTS,
  elementOf,
  filtered,
  isList,
  isText,
  joined,
  kindOfFact,
  kindOfQuoted,
  TAKES_LIST,
  type ValueKind,
} from "./value-kinds"

type Argument = Arguments extends Iterable<infer Each> ? Each : never

/** An expression with its filters. */
type Calculated = {
  initial: Value["initial"]
  filters: readonly Pick<Filter, "name" | "args">[]
}

type Names = ReadonlyMap<string, ValueKind>

/**
 * The faults of a script that computes with texts, compares texts with numbers,
 * or prints a list raw: Liquid would do it, and print `NaN`, take the wrong
 * branch, or run the texts together.
 *
 * @param known - the variables with their examples
 * @param unknown - filters that there are not
 */
export function wrongKinds(
  templates: readonly Template[],
  known: Readonly<Record<string, unknown>>,
  unknown: ReadonlySet<string | null>
): ScriptFault[] {
  const names = namesIn(templates, known, unknown)
  const reader = new Reader(names, known, unknown)
  reader.readAll(templates)
  return reader.faults
}

/** A name that is assigned twice may get its final kind on a second pass. */
const PASSES = 3

/**
 * The kinds of the names that the script itself assigns, wherever it does. A
 * name with values of several kinds, or with that of a variable, is `any`.
 */
function namesIn(
  templates: readonly Template[],
  known: Readonly<Record<string, unknown>>,
  unknown: ReadonlySet<string | null>
): Names {
  let before: Names = new Map()
  for (let pass = 1; pass <= PASSES; pass += 1) {
    const found = new Map<string, ValueKind>()
    const add = (name: string, kind: ValueKind) => {
      const own = Object.hasOwn(known, name) ? "any" : kind
      found.set(name, joined(found.get(name) ?? own, own))
    }
    const reader = new Reader(before, known, unknown)
    const readNames = (all: readonly Template[]) => {
      for (const template of all) {
        const [first] = template.arguments?.() ?? []
        const kind = first ? reader.kindOf(first) : "text"
        for (const name of template.localScope?.() ?? []) {
          add(name.content, kind)
        }
        if (template instanceof ForTag || template instanceof TablerowTag) {
          add(template.variable, elementOf(kind))
        }
        readNames(childrenOf(template))
      }
    }
    readNames(templates)
    if (sameNames(found, before)) {
      return found
    }
    before = found
  }
  return new Map([...before].map(([name]) => [name, "any"]))
}

function sameNames(one: Names, other: Names): boolean {
  return (
    one.size === other.size &&
    [...one].every(([name, kind]) => other.get(name) === kind)
  )
}

class Reader {
  private readonly wrong: KindFaults

  constructor(
    private readonly names: Names,
    private readonly known: Readonly<Record<string, unknown>>,
    private readonly unknown: ReadonlySet<string | null>
  ) {
    this.wrong = new KindFaults(known)
  }

  get faults(): ScriptFault[] {
    return this.wrong.faults
  }

  readAll(templates: readonly Template[]): void {
    for (const template of templates) {
      this.read(template)
      this.readAll(childrenOf(template))
    }
  }

  kindOf(argument: Argument): ValueKind {
    return this.operand(argument).kind
  }

  private read(template: Template): void {
    const operands = [...(template.arguments?.() ?? [])].map((argument) =>
      this.operand(argument)
    )
    if (
      template instanceof Output ||
      template instanceof EchoTag ||
      template instanceof CycleTag
    ) {
      operands.forEach((each) => this.wrong.refuseList(each))
    }
    if (template instanceof ForTag || template instanceof TablerowTag) {
      const [, ...counts] = operands
      counts.forEach((each) => this.wrong.refuseText(each))
    }
    if (template instanceof CaseTag) {
      const [value, ...whens] = operands
      whens.forEach((when) => value && this.wrong.refuseUnequal(value, when))
    }
  }

  /** Liquid gives `undefined` for arguments such as `reversed`. */
  private operand(argument: Argument | undefined): Operand {
    return argument && "initial" in argument
      ? this.valueOperand(argument)
      : this.tokenOperand(argument)
  }

  private valueOperand({ initial, filters }: Calculated): Operand {
    const [first] = initial.postfix
    const start = this.expression(initial.postfix)
    const kind = filters.reduce(
      (kind, filter) => this.filter({ ...start, kind }, filter),
      start.kind
    )
    return { kind, token: first }
  }

  /** Operators follow their operands. */
  private expression(postfix: readonly Token[]): Operand {
    const stack: Operand[] = []
    for (const token of postfix) {
      if (!TypeGuards.isOperatorToken(token)) {
        stack.push(this.tokenOperand(token))
        continue
      }
      const right = token.operator === "not" ? undefined : stack.pop()
      const left = stack.pop()
      if (left && right) {
        this.compare(left, token.operator, right)
      }
      stack.push({ kind: "any", token })
    }
    const [whole] = stack
    return whole ?? { kind: "any", token: undefined }
  }

  private compare(left: Operand, operator: string, right: Operand): void {
    if (/^[<>]/.test(operator)) {
      const texts = [left, right].filter(
        ({ kind }) => isText(kind) || isList(kind)
      )
      const [first] = texts
      // A variable rather than what it is compared with.
      const refused = texts.find(({ kind }) => kind !== "words") ?? first
      if (refused) {
        this.wrong.refuseText(refused)
      }
    } else if (operator === "==" || operator === "!=") {
      this.wrong.refuseUnequal(left, right)
    }
  }

  private filter(
    input: Operand,
    { name, args }: Pick<Filter, "name" | "args">
  ): ValueKind {
    // A filter by a part of the items is refused elsewhere.
    if (this.unknown.has(name) || (name === "sum" && args.length > 0)) {
      return "any"
    }
    const given = args.map((arg) =>
      this.tokenOperand(Array.isArray(arg) ? arg[1] : arg)
    )
    if (ARITHMETIC.has(name) || (name === "sum" && input.kind === "texts")) {
      this.wrong.refuseText(input)
      given.forEach((each) => this.wrong.refuseText(each))
    } else if (!TAKES_LIST.has(name)) {
      this.wrong.refuseList(input)
      given.forEach((each) => this.wrong.refuseList(each))
    }
    for (const place of COUNTS[name] ?? []) {
      const count = given[place]
      if (count) {
        this.wrong.refuseText(count)
      }
    }
    return filtered(
      name,
      input.kind,
      given.map(({ kind }) => kind)
    )
  }

  private tokenOperand(token: Token | undefined): Operand {
    return { kind: token ? this.tokenKind(token) : "any", token }
  }

  private tokenKind(token: Token): ValueKind {
    if (TypeGuards.isNumberToken(token)) {
      return "number"
    }
    if (TypeGuards.isQuotedToken(token)) {
      return kindOfQuoted(token.content)
    }
    if (TypeGuards.isRangeToken(token)) {
      this.wrong.refuseText(this.tokenOperand(token.lhs))
      this.wrong.refuseText(this.tokenOperand(token.rhs))
      return "numbers"
    }
    if (TypeGuards.isPropertyAccessToken(token) && !token.variable) {
      return this.variableKind(token.props.map((prop) => this.nameOf(prop)))
    }
    return "any"
  }

  /** The written name of a part; null if it is computed. */
  private nameOf(prop: Token): string | null {
    return "content" in prop ? String(prop.content) : null
  }

  private variableKind([root, ...parts]: (string | null)[]): ValueKind {
    if (root === null || root === undefined) {
      return "any"
    }
    if (root === "forloop" || root === "tablerowloop") {
      return /^(r?index0?|length|row|col0?)$/.test(parts.join("."))
        ? "number"
        : "any"
    }
    const path = [root]
    let fact: unknown = this.known[root]
    let kind = this.names.get(root)
    if (kind === undefined) {
      while (isTree(fact) && typeof parts[0] === "string") {
        path.push(parts[0])
        fact = fact[parts.shift() ?? ""]
      }
      kind = kindOfFact(fact)
    }
    return parts.reduce<ValueKind>(
      (kind, part) =>
        part === "size" ? "number" : isText(kind) ? kind : elementOf(kind),
      kind
    )
  }
}

function isTree(fact: unknown): fact is Readonly<Record<string, unknown>> {
  return typeof fact === "object" && fact !== null && !Array.isArray(fact)
}
