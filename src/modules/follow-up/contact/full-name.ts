/** First and last name, or null where there is neither. */
export function fullName(
  person: { first_name: string | null; last_name: string | null } | null
): string | null {
  const name = [person?.first_name, person?.last_name]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ")
  return name === "" ? null : name
}
