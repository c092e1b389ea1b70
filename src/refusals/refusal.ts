import { MedusaError } from "@medusajs/framework/utils"
import { fieldName, filled, quoted } from "../business-time"
import {
  BUSY,
  FORBIDDEN,
  NOT_ALLOWED,
  NOT_FOUND,
  REFUSALS,
  UNAUTHORIZED,
} from "./texts"

export type RefusalCode = keyof typeof REFUSALS

export type RefusalPath = readonly (string | number)[]

export type RefusalValue =
  string | number | boolean | null | readonly (string | number)[]

export type RefusalValues = Readonly<Record<string, RefusalValue>>

/** The names in braces of a text; braces of an example have quotes in them. */
type NamesIn<TText extends string> =
  TText extends `${string}{${infer TName}}${infer TRest}`
    ? (TName extends `${string}"${string}` ? never : TName) | NamesIn<TRest>
    : never

/** Filled in by the message itself, from the path and `was`. */
type Made = "field" | "field_was" | "was"

type Needed<TName extends string> = Readonly<Record<string, unknown>> &
  Readonly<Record<Exclude<TName, Made>, Exclude<RefusalValue, null> | Date>>

type NamesOf<TCode extends RefusalCode> = NamesIn<(typeof REFUSALS)[TCode]>

/** The values that a rule's text needs. */
export type RuleOf<TCode extends RefusalCode> = TCode extends RefusalCode
  ? Needed<NamesOf<TCode>>
  : never

/** The values that a code's text needs; further ones may be added. */
export type ValuesOf<TCode extends RefusalCode> = TCode extends RefusalCode
  ? Needed<NamesOf<TCode>> &
      ([Extract<NamesOf<TCode>, "field_was" | "was">] extends [never]
        ? unknown
        : { readonly was: unknown })
  : never

/**
 * Says that a request was refused, and why: a code that never changes, the path
 * of the field in the request, and the values that the text is filled in with.
 * Every error that a person or a program may see is one.
 */
export class Refusal<
  TCode extends RefusalCode = RefusalCode,
> extends MedusaError {
  override readonly code: TCode
  readonly path: RefusalPath
  readonly values: RefusalValues
  /** Further refusals of the same input, if all of it was checked. */
  further: readonly Refusal[] = []

  /** @param field - the field's name in the message, if not its whole path */
  constructor(
    code: TCode,
    values: ValuesOf<TCode>,
    path: RefusalPath = [],
    field: string = fieldName(path)
  ) {
    super(typeOf(code), filled(REFUSALS[code], { ...inText(values), field }))
    this.name = "Refusal"
    this.code = code
    this.path = path
    this.values = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, plain(value)]]
      )
    )
  }

  /**
   * A copy with further values, which only the caller knows: a name for an id.
   */
  told(values: RefusalValues): Refusal {
    return new Refusal<RefusalCode>(
      this.code,
      { ...this.values, ...values },
      this.path
    )
  }
}

/** The parts of a refusal that are reported. */
export type ToldRefusal = Pick<
  Refusal,
  "type" | "code" | "message" | "path" | "values"
> & { readonly further?: readonly ToldRefusal[] }

/** Also recognizes the copies of refusals that workflows make. */
export function isRefusal(error: unknown): error is ToldRefusal {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    isRefusalCode(error.code) &&
    "path" in error &&
    Array.isArray(error.path) &&
    "values" in error
  )
}

/** Whether the plugin's tables were too busy: later, the same may work. */
export function isBusy(error: unknown): boolean {
  return isRefusal(error) && error.code in BUSY
}

export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === "string" && Object.hasOwn(REFUSALS, code)
}

function typeOf(code: RefusalCode): string {
  if (code in NOT_FOUND) {
    return MedusaError.Types.NOT_FOUND
  }
  if (code in UNAUTHORIZED) {
    return MedusaError.Types.UNAUTHORIZED
  }
  if (code in FORBIDDEN) {
    return MedusaError.Types.FORBIDDEN
  }
  if (code in BUSY) {
    return MedusaError.Types.UNEXPECTED_STATE
  }
  return code in NOT_ALLOWED
    ? MedusaError.Types.NOT_ALLOWED
    : MedusaError.Types.INVALID_DATA
}

function inText(
  values: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ])
  )
}

/** A value in a form that can be sent; long or deep values are shortened. */
function plain(value: unknown): RefusalValue {
  if (value instanceof Date) {
    return value.toISOString()
  }
  if (Array.isArray(value) && value.every(isWord)) {
    return value
  }
  return value === null || typeof value === "boolean" || isWord(value)
    ? value
    : quoted(value)
}

function isWord(value: unknown): value is string | number {
  return (
    typeof value === "number" ||
    (typeof value === "string" && value.length <= LONGEST_WORD)
  )
}

const LONGEST_WORD = 200
