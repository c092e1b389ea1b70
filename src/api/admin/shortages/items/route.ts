import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { whatIsShort } from "../../../../workflows/shortage/what-is-short"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { ListPage } from "../../follow-ups/validators"
import type { AdminShortItemListResponse } from "../types"

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
      count,
      limit,
      offset,
    })
  }
)
