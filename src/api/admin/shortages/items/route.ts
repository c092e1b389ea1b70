import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SHORTAGE_MODULE } from "../../../../modules/shortage"
import { whatIsShort } from "../../../../workflows/shortage/what-is-short"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { ListPage } from "../../follow-ups/validators"
import { presentDrift } from "../present-shortages"
import type { AdminShortItemListResponse } from "../types"

/** More than anybody looks into at once. */
const MOST_DRIFTING = 20

/** What is short now, by variant, and how much money waits for it. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery: { limit, offset },
    }: AuthenticatedMedusaRequest<unknown, ListPage>,
    response: MedusaResponse<AdminShortItemListResponse>
  ) => {
    const { items, total, count, unpriced } = await whatIsShort(
      { limit, offset },
      scope
    )
    response.json({
      items: items.map(({ since, expected_at, ...item }) => ({
        ...item,
        since: since.toISOString(),
        expected_at: expected_at?.toISOString() ?? null,
      })),
      total,
      unpriced,
      drift: await presentDrift(
        await scope.resolve(SHORTAGE_MODULE).listDriftingItems(MOST_DRIFTING),
        scope
      ),
      count,
      limit,
      offset,
    })
  }
)
