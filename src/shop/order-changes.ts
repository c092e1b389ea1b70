import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A change of an order: an edit, a return, a claim, … */
export type ChangeOfOrder = {
  id: string
  change_type: string
  status: string
  /**
   * The user's id. Medusa does not write it down of an edit, but who has asked
   * the customer about it; null if nobody has.
   */
  created_by: string | null
  created_at: Date
  /** As Medusa's events of an edit carry them. */
  actions: ActionOfChange[]
}

export type ActionOfChange = {
  id: string
  action: string
  details: Record<string, unknown> | null
}

type ChangeRow = {
  id: string
  change_type?: string | null
  status: string
  created_by?: string | null
  requested_by?: string | null
  created_at: string | Date
  actions?: ActionOfChange[] | null
}

/**
 * The order's change that is neither confirmed nor given up: an order has one
 * at a time, of whatever type.
 */
export async function openChangeOf(
  order_id: string,
  container: MedusaContainer
): Promise<ChangeOfOrder | null> {
  return await findChange(
    { order_id, status: ["pending", "requested"] },
    container
  )
}

/** @returns null if there is no such change */
export async function changeOfOrder(
  id: string,
  container: MedusaContainer
): Promise<ChangeOfOrder | null> {
  return await findChange({ id }, container)
}

async function findChange(
  filters: { id: string } | { order_id: string; status: string[] },
  container: MedusaContainer
): Promise<ChangeOfOrder | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_change",
      fields: [
        "id",
        "change_type",
        "status",
        "created_by",
        "requested_by",
        "created_at",
        "actions.id",
        "actions.order_id",
        "actions.return_id",
        "actions.action",
        "actions.details",
        "actions.reference",
        "actions.reference_id",
        "actions.internal_note",
      ],
      filters,
    })
  const rows: ChangeRow[] = data
  const [change] = rows
  return change
    ? {
        id: change.id,
        change_type: change.change_type ?? "edit",
        status: change.status,
        created_by: change.created_by || change.requested_by || null,
        created_at: new Date(change.created_at),
        actions: change.actions ?? [],
      }
    : null
}
