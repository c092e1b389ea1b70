import { MedusaError } from "@medusajs/framework/utils"
import { fieldName, filled, quoted } from "../business-time"
import { FORBIDDEN, NOT_ALLOWED, NOT_FOUND, REFUSALS } from "./texts"

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

/** What the message says by itself, of the path and of `was`. */
type Made = "field" | "field_was" | "was"

type Needed<TName extends string> = Readonly<Record<string, unknown>> &
  Readonly<Record<Exclude<TName, Made>, Exclude<RefusalValue, null> | Date>>

type NamesOf<TCode extends RefusalCode> = NamesIn<(typeof REFUSALS)[TCode]>

/** What a code's text has to be told of the rule that is broken. */
export type RuleOf<TCode extends RefusalCode> = TCode extends RefusalCode
  ? Needed<NamesOf<TCode>>
  : never

/** What a code's text has to be told, beside whatever else is worth telling. */
export type ValuesOf<TCode extends RefusalCode> = TCode extends RefusalCode
  ? Needed<NamesOf<TCode>> &
      ([Extract<NamesOf<TCode>, "field_was" | "was">] extends [never]
        ? unknown
        : { readonly was: unknown })
  : never

/**
 * What was asked for is not done, and why: a code that never changes, the path
 * of the field in what was sent, and the values that the text is filled in with.
 * Whatever a person or a program may be told of goes through it.
 */
export class Refusal<
  TCode extends RefusalCode = RefusalCode,
> extends MedusaError {
  override readonly code: TCode
  readonly path: RefusalPath
  readonly values: RefusalValues
  /** What else is wrong with the same thing, where all of it was looked at. */
  further: readonly Refusal[] = []

  /** @param field - what the message calls the field, if not its whole path */
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

  /** The same, with values that only somebody else knows: a name for an id. */
  told(values: RefusalValues): Refusal {
    return new Refusal<RefusalCode>(
      this.code,
      { ...this.values, ...values },
      this.path
    )
  }
}

/** What is told of a refusal. */
export type ToldRefusal = Pick<
  Refusal,
  "type" | "code" | "message" | "path" | "values"
> & { readonly further?: readonly ToldRefusal[] }

/** A refusal, or what a workflow makes of one: it copies errors. */
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

export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === "string" && Object.hasOwn(REFUSALS, code)
}

function typeOf(code: RefusalCode): string {
  if (code in NOT_FOUND) {
    return MedusaError.Types.NOT_FOUND
  }
  if (code in FORBIDDEN) {
    return MedusaError.Types.FORBIDDEN
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

/** As it goes over the wire: of a long or deep value no more than can be read. */
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
