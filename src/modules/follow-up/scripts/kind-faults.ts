import { type Token, TypeGuards } from "liquidjs"
import { placeAt, type ScriptFault } from "./script-fault"
import { isList, isText, type ValueKind } from "./value-kinds"
import { numberBeside } from "./variables"

/** A value in a script: its kind, and where it is written. */
export type Operand = { kind: ValueKind; token: Token | undefined }

/** Collects what is wrong with the kinds of values, and what to write instead. */
export class KindFaults {
  readonly faults: ScriptFault[] = []

  /** @param known - the variables with their examples */
  constructor(private readonly known: Readonly<Record<string, unknown>>) {}

  /** Where a number has to be. */
  refuseText(operand: Operand): void {
    const { kind } = operand
    if (isText(kind) || isList(kind)) {
      const instead = this.numberOf(operand)
      const what = isText(kind) ? "text" : "a list"
      this.add("computes_with_text", operand, instead, [
        `${written(operand)} is ${what}, which cannot be computed with or compared by size`,
        ...(instead ? [`${instead} is a number`] : []),
      ])
    }
  }

  /** Where the items of a list would run together. */
  refuseList(operand: Operand): void {
    if (isList(operand.kind)) {
      const name = written(operand)
      const instead = `${name} | join: ", "`
      this.add("prints_list", operand, instead, [
        `${name} is a list, whose items would run together`,
        `write ${instead}`,
      ])
    }
  }

  /** Where values are compared. */
  refuseUnequal(left: Operand, right: Operand): void {
    const [one, other] = [sortOf(left.kind), sortOf(right.kind)]
    if (one === null || other === null || one === other) {
      return
    }
    const [odd, rest] =
      one === "a number" ? [right, left] : ([left, right] as const)
    const quoted =
      rest.token && TypeGuards.isNumberToken(rest.token)
        ? `"${written(rest)}"`
        : null
    const instead =
      odd.kind === "digits"
        ? written(odd).slice(1, -1)
        : (this.numberOf(odd) ?? quoted)
    this.add("never_equal", left, instead, [
      `${written(left)} is ${one} and ${written(right)} is ${other}, which are never equal`,
      ...(instead ? [`write ${instead}`] : []),
    ])
  }

  /** The number that stands beside a variable that is a text or a list. */
  private numberOf(operand: Operand): string | null {
    const name = written(operand)
    return isList(operand.kind)
      ? `${name}.size`
      : numberBeside(name, this.known)
  }

  private add(
    kind: ScriptFault["kind"],
    operand: Operand,
    instead: string | null,
    message: readonly string[]
  ): void {
    const { token } = operand
    if (token) {
      this.faults.push({
        ...placeAt(token.input, token.begin),
        kind,
        message: message.join("; "),
        name: written(operand),
        ...(instead !== null && { instead }),
      })
    }
  }
}

/** As the script has it. */
function written({ token }: Operand): string {
  return token?.getText() ?? ""
}

function sortOf(kind: ValueKind): string | null {
  return kind === "any"
    ? null
    : kind === "number"
      ? "a number"
      : isList(kind)
        ? "a list"
        : "text"
}
