import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The numbers of these orders; deleted ones are omitted. */
export async function orderNumbers(
  ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, number>> {
  const orders =
    ids.length > 0
      ? await container
          .resolve(Modules.ORDER)
          .listOrders(
            { id: [...new Set(ids)] },
            { select: ["id", "display_id"], take: null }
          )
      : []
  return new Map(orders.map(({ id, display_id }) => [id, Number(display_id)]))
}
