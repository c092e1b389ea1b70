import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The kinds of records that tasks are synced with. */
export type SyncedEntity = "order" | "customer"

/** A page of the records created in this period, oldest first. */
export async function recordsCreated(
  entity: SyncedEntity,
  { from, to }: { from: Date; to: Date },
  page: { skip: number; take: number },
  container: MedusaContainer
): Promise<{ id: string; created_at: Date }[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity,
      fields: ["id", "created_at"],
      filters: { created_at: { $gte: from, $lte: to } },
      pagination: { ...page, order: { created_at: "ASC", id: "ASC" } },
    })
  return data.map(({ id, created_at }) => ({
    id,
    created_at: new Date(created_at),
  }))
}

/**
 * When these records last changed, including additions to a customer's
 * addresses, which may bring the missing number. Deleted records are omitted.
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
