import { MedusaError } from "@medusajs/framework/utils"
import { quoted } from "../../../business-time"

const PREFIX = "medusa-plugin-follow-ups options"

/** An error that names the option, its value and the allowed ones. */
export function invalidOption(
  path: readonly PropertyKey[],
  value: unknown,
  mustBe: string
): MedusaError {
  const name = path.map(String).join(".") || "(all)"
  const was = value === undefined ? "undefined" : quoted(value)
  return optionFault(`${name} was ${was}; it ${mustBe}`)
}

/**
 * It keeps the server from starting, so no user sees it and it needs no code.
 */
export function optionFault(message: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${PREFIX}: ${message}`
  )
}
