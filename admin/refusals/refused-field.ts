import { Refused } from "../api/refused"

/** Which of a form's fields a refusal is about; null where it is about none. */
export function refusedField<TField extends string>(
  error: unknown,
  fields: readonly TField[]
): TField | null {
  const [named] = error instanceof Refused ? error.path : []
  return fields.find((field) => field === named) ?? null
}
