/** A person's details in a Medusa record; blank ones are null. */
export type PersonFacts = {
  /** First and last name, or whichever there is. */
  name: string | null
  first_name: string | null
  phone: string | null
}

/** The columns of a Medusa record about a person. */
export type PersonRow = {
  first_name?: string | null
  last_name?: string | null
  phone?: string | null
}

export function personFacts({
  first_name,
  last_name,
  phone,
}: PersonRow): PersonFacts {
  return {
    name: fullName({ first_name, last_name }),
    first_name: first_name?.trim() || null,
    phone: phone?.trim() || null,
  }
}

/** First and last name, or null if there is neither. */
export function fullName({
  first_name,
  last_name,
}: Pick<PersonRow, "first_name" | "last_name">): string | null {
  const name = [first_name, last_name]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ")
  return name === "" ? null : name
}
