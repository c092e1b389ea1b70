import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Something that a calendar may be bound to. */
export type Reference = { scope: string; reference_id: string }

/** The scopes that are Medusa records; a task type is its own name. */
const ENTITIES = ["sales_channel", "stock_location", "region"] as const

/**
 * The names of these records, with one query per kind of record; undefined for
 * a record that does not exist.
 */
export async function referenceNames(
  references: Reference[],
  container: MedusaContainer
): Promise<(reference: Reference) => string | undefined> {
  const names = new Map<string, Map<string, string>>(
    await Promise.all(
      ENTITIES.map(
        async (entity) =>
          [
            entity,
            await namesOf(
              entity,
              references.filter(({ scope }) => scope === entity),
              container
            ),
          ] as const
      )
    )
  )
  return ({ scope, reference_id }) =>
    scope === "task_type" ? reference_id : names.get(scope)?.get(reference_id)
}

async function namesOf(
  entity: (typeof ENTITIES)[number],
  references: Reference[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  const ids = [...new Set(references.map(({ reference_id }) => reference_id))]
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity, fields: ["id", "name"], filters: { id: ids } })
  const rows: { id: string; name: string }[] = data
  return new Map(rows.map(({ id, name }) => [id, name]))
}
