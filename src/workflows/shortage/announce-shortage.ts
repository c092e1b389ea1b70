import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../clock"
import { SHORTAGE_MODULE } from "../../modules/shortage"
import { Refusal, refuseUnstorable } from "../../refusals"
import { findInventoryItem, locationNames } from "../../shop/inventory-items"
import { loadVariants } from "../../shop/stock"
import { refusePastDay } from "../desk/desk-today"
import { syncTasks } from "./sync-tasks"

export type AnnounceShortageInput = {
  /** Either this, or a variant: all its inventory items are meant then. */
  inventory_item_id?: string
  variant_id?: string
  /** Omitted or null: at every location that has no date of its own. */
  location_id?: string | null
  /** Null: what was announced before no longer counts. */
  expected_at: Date | string | null
  note?: string | null
  /** The user who announces it; null for a program. */
  actor_id: string | null
}

const announceShortageStep = createStep(
  "announce-shortage",
  async (input: AnnounceShortageInput, { container }) => {
    refuseUnstorable(input)
    await refusePastDay(input.expected_at, ["expected_at"], container)
    const shortage = container.resolve(SHORTAGE_MODULE)
    const now = clockOf(container).now()
    const inventory_item_ids = await itemsToAnnounce(input, container)
    await refuseUnknownLocation(input, container)
    for (const inventory_item_id of inventory_item_ids) {
      await shortage.keepAnnouncement(
        {
          inventory_item_id,
          location_id: input.location_id ?? null,
          expected_at: input.expected_at ? new Date(input.expected_at) : null,
          note: input.note ?? null,
          actor_id: input.actor_id,
        },
        now
      )
    }
    const lines = await shortage.listShortLines({ inventory_item_ids })
    const order_ids = [...new Set(lines.map(({ order_id }) => order_id))]
    await shortage.markToSync(order_ids, now)
    await syncTasks(order_ids, container)
    return new StepResponse({ inventory_item_ids })
  }
)

/**
 * Announces when a supplier delivers an inventory item. The tasks of the orders
 * that wait for it say so; one whose customer was told an earlier date is
 * reopened.
 *
 * @throws INVALID_DATA unless an inventory item or a variant with some is named,
 * or for a day that is past, and NOT_FOUND for an unknown one or an unknown
 * location
 */
export const announceShortageWorkflow = createWorkflow(
  { name: "follow-ups-announce-shortage" },
  (input: AnnounceShortageInput) =>
    new WorkflowResponse(announceShortageStep(input))
)

async function itemsToAnnounce(
  { inventory_item_id, variant_id }: AnnounceShortageInput,
  container: MedusaContainer
): Promise<string[]> {
  if ((inventory_item_id === undefined) === (variant_id === undefined)) {
    throw new Refusal("one_of_both", { other: "variant_id" }, [
      "inventory_item_id",
    ])
  }
  if (inventory_item_id !== undefined) {
    if (!(await findInventoryItem(inventory_item_id, container))) {
      throw new Refusal("inventory_item_not_found", { id: inventory_item_id }, [
        "inventory_item_id",
      ])
    }
    return [inventory_item_id]
  }
  const variants = await loadVariants(variant_id ? [variant_id] : [], container)
  const variant = variants.get(variant_id ?? "")
  const items = [...(variant?.required_quantities.keys() ?? [])]
  if (!variant?.managed || items.length === 0) {
    throw new Refusal("variant_not_counted", { was: variant_id }, [
      "variant_id",
    ])
  }
  return items
}

async function refuseUnknownLocation(
  { location_id }: AnnounceShortageInput,
  container: MedusaContainer
): Promise<void> {
  if (
    location_id &&
    !(await locationNames([location_id], container)).has(location_id)
  ) {
    throw new Refusal("location_not_found", { id: location_id }, [
      "location_id",
    ])
  }
}
