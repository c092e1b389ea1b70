import { MedusaError } from "@medusajs/framework/utils"

const LONGEST_NAME = 100

/**
 * The name that a calendar or a playbook gets.
 *
 * @param taken - what others of its kind are called
 * @param kind - such as "business calendar", for the message
 * @throws MedusaError INVALID_DATA for a name that is empty, too long, or
 * taken, in whatever case
 */
export function ruleName(
  given: string,
  taken: readonly string[],
  kind: string
): string {
  const name = given.trim()
  if (name === "") {
    throw invalid(
      `name was ${JSON.stringify(given)}; it may be 1 to ${LONGEST_NAME} characters`
    )
  }
  if (name.length > LONGEST_NAME) {
    throw invalid(
      `name has ${name.length} characters; it may have at most ${LONGEST_NAME}`
    )
  }
  if (!isStorable(name)) {
    throw invalid("name has a character that is none")
  }
  const other = taken.find(
    (other) => other.toLowerCase() === name.toLowerCase()
  )
  if (other !== undefined) {
    throw invalid(
      `name was ${JSON.stringify(name)}; another ${kind} is called ${JSON.stringify(other)} already`
    )
  }
  return name
}

/** Whether a database can keep it: no NUL, and no half of a character. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && Buffer.from(text).toString() === text
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
