import { useQueries } from "@tanstack/react-query"
import type {
  AdminFollowUpConditionField,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { namesOptions, type Entity } from "../../api/references"
import type { NameOf } from "./condition-text"

/** The names of all records in these conditions. */
export function useConditionNames(
  conditions: readonly PlaybookDefinition["conditions"][],
  fields: readonly AdminFollowUpConditionField[]
): NameOf {
  const named = namedIn(conditions, fields)
  const answers = useQueries({
    queries: named.map(({ entity, ids }) => namesOptions(entity, ids)),
  })
  return (entity, id) =>
    answers[named.findIndex((one) => one.entity === entity)]?.data?.find(
      (reference) => reference.id === id
    )?.name ?? id
}

/** Every id in the conditions, by entity. */
function namedIn(
  conditions: readonly PlaybookDefinition["conditions"][],
  fields: readonly AdminFollowUpConditionField[]
): { entity: Entity; ids: string[] }[] {
  const found = new Map<Entity, Set<string>>()
  for (const { field, value } of conditions.flatMap(({ all, any }) => [
    ...all,
    ...any,
  ])) {
    const entity = fields.find((known) => known.field === field)?.entity
    if (entity && Array.isArray(value)) {
      found.set(entity, new Set([...(found.get(entity) ?? []), ...value]))
    }
  }
  return [...found]
    .map(([entity, ids]) => ({ entity, ids: [...ids].sort() }))
    .filter(({ ids }) => ids.length > 0)
}
