import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { whatReplacedWhat } from "../../../../workflows/shortage/what-replaced-what"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { ListPage } from "../../follow-ups/validators"
import type { AdminReplacementListResponse } from "../types"

/** What customers took in place of what was out of stock. */
export const GET = tellingRefusals(
  async (
    { scope, validatedQuery }: AuthenticatedMedusaRequest<unknown, ListPage>,
    response: MedusaResponse<AdminReplacementListResponse>
  ) => {
    const { limit, offset } = validatedQuery
    const { replacements, count } = await whatReplacedWhat(
      { limit, offset },
      scope
    )
    response.json({
      replacements: replacements.map(({ last_answered_at, ...pair }) => ({
        ...pair,
        last_answered_at: last_answered_at.toISOString(),
      })),
      count,
      limit,
      offset,
    })
  }
)
