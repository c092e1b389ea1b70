import { isDeepStrictEqual } from "node:util"

/**
 * Whether two definitions are equal, ignoring the order of keys and keys
 * without a value.
 */
export function isSameDefinition(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asStored(one), asStored(other))
}

function asStored(definition: unknown): unknown {
  return definition === undefined
    ? undefined
    : JSON.parse(JSON.stringify(definition))
}
