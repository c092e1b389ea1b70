import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import { isGranted, READ_ORDERS } from "../follow-ups/granted"
import { tellingRefusals } from "../follow-ups/tell-refusals"
import { itemsOf, presentDrift, presentShortages } from "./present-shortages"
import type { AdminShortageListResponse } from "./types"
import type { ListShortages } from "./validators"

/** The order lines that are short now. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, ListShortages>,
    response: MedusaResponse<AdminShortageListResponse>
  ) => {
    const { scope, validatedQuery } = request
    const { limit, offset, order_id, inventory_item_id, variant_id } =
      validatedQuery
    const shortage = scope.resolve(SHORTAGE_MODULE)
    const filters = {
      order_ids: listed(order_id),
      inventory_item_ids: listed(inventory_item_id),
      variant_ids: listed(variant_id),
    }
    const lines = await shortage.listShortLines(filters, { limit, offset })
    response.json({
      shortages: await presentShortages(
        lines,
        await isGranted(READ_ORDERS, request),
        scope
      ),
      drift: await presentDrift(
        [...itemsOf(lines), ...(filters.inventory_item_ids ?? [])],
        scope
      ),
      count: await shortage.countShortLines(filters),
      limit,
      offset,
    })
  }
)

const listed = (id: string | undefined) => (id === undefined ? undefined : [id])
