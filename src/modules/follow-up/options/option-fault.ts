import { MedusaError } from "@medusajs/framework/utils"

type Path = readonly PropertyKey[]

const PREFIX = "medusa-plugin-follow-ups options"

/** The error that names the option, what it was and what it may be. */
export function invalidOption(
  path: Path,
  value: unknown,
  mustBe: string
): MedusaError {
  const name = path.map(String).join(".") || "(all)"
  return optionFault(`${name} was ${shown(value)}; it ${mustBe}`)
}

export function optionFault(message: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${PREFIX}: ${message}`
  )
}

/** What stands at a path of the options. */
export function valueAt(options: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? Reflect.get(value, key)
        : undefined,
    options
  )
}

function shown(value: unknown): string {
  return typeof value === "number" ? `${value}` : JSON.stringify(value)
}
