import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * When these records last changed, an addition to a customer's addresses
 * counted: it may bring the number that is missing. One that is gone is left
 * out.
 */
export async function recordVersions(
  entity: SyncedEntity,
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, Date>> {
  if (ids.length === 0) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  if (entity === "order") {
    const { data } = await query.graph({
      entity,
      fields: ["id", "updated_at"],
      filters: { id: ids },
    })
    return new Map(data.map(({ id, updated_at }) => [id, new Date(updated_at)]))
  }
  const { data } = await query.graph({
    entity,
    fields: ["id", "updated_at", "addresses.updated_at"],
    filters: { id: ids },
  })
  return new Map(
    data.map(({ id, updated_at, addresses }) => [
      id,
      latest([{ updated_at }, ...(addresses ?? [])]),
    ])
  )
}

function latest(records: { updated_at: string | Date }[]): Date {
  return new Date(
    Math.max(...records.map(({ updated_at }) => new Date(updated_at).getTime()))
  )
}

export type SyncedEntity = "order" | "customer"
