import { isStorable, Refusal } from "../../../refusals"

const LONGEST_NAME = 100
const NAME = ["name"]

/**
 * Validates the name of a calendar or a playbook.
 *
 * @param taken - the names of the others
 * @param kind - such as "business calendar", for the message
 * @throws Refusal for a name that is empty, too long, or taken, ignoring case
 */
export function ruleName(
  given: string,
  taken: readonly string[],
  kind: string
): string {
  const name = given.trim()
  if (name === "") {
    throw new Refusal("name_empty", { was: given, max: LONGEST_NAME }, NAME)
  }
  if (name.length > LONGEST_NAME) {
    throw new Refusal(
      "name_too_long",
      { length: name.length, max: LONGEST_NAME },
      NAME
    )
  }
  if (!isStorable(name)) {
    throw new Refusal("invalid_character", {}, NAME)
  }
  const other = taken.find(
    (other) => other.toLowerCase() === name.toLowerCase()
  )
  if (other !== undefined) {
    throw new Refusal("name_taken", { was: name, kind, other }, NAME)
  }
  return name
}
