import { MedusaError } from "@medusajs/framework/utils"
import { quoted } from "../../../business-time"

const PREFIX = "medusa-plugin-follow-ups options"

/** The error that names the option, what it was and what it may be. */
export function invalidOption(
  path: readonly PropertyKey[],
  value: unknown,
  mustBe: string
): MedusaError {
  const name = path.map(String).join(".") || "(all)"
  const was = value === undefined ? "undefined" : quoted(value)
  return optionFault(`${name} was ${was}; it ${mustBe}`)
}

/** The server does not start with it, so it has no code: no person meets it. */
export function optionFault(message: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${PREFIX}: ${message}`
  )
}
