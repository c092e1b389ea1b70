import { isDeepStrictEqual } from "node:util"

/**
 * Whether two definitions say the same, whatever the order of their keys; a
 * key without a value says nothing.
 */
export function isSameDefinition(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asStored(one), asStored(other))
}

function asStored(definition: unknown): unknown {
  return definition === undefined
    ? undefined
    : JSON.parse(JSON.stringify(definition))
}
