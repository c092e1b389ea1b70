import { Refused } from "../api/refused"

/** The form field that a refusal refers to; null if none. */
export function refusedField<TField extends string>(
  error: unknown,
  fields: readonly TField[]
): TField | null {
  const [named] = error instanceof Refused ? error.path : []
  return fields.find((field) => field === named) ?? null
}
