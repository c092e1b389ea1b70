/** A person as a record of Medusa's names them; what is blank is null. */
export type PersonFacts = {
  /** First and last name, or the one that there is. */
  name: string | null
  first_name: string | null
  phone: string | null
}

/** What Medusa has of a person. */
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

/** First and last name, or null where there is neither. */
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
