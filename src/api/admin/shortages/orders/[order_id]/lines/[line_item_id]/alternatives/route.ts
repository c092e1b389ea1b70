import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { chooseAnother } from "../../../../../../../../workflows/shortage/alternatives/choose-another"
import { alternativesAndPinnedOut } from "../../../../../../../../workflows/shortage/alternatives/pinned-out"
import { tellingRefusals } from "../../../../../../follow-ups/tell-refusals"
import { presentWay } from "../../../../../present-shortages"
import type { AdminAlternativesResponse } from "../../../../../types"
import type { ListAlternatives } from "../../../../../validators"

/** What may be done about a line that is short; with `q`, what the agent seeks. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      params,
      validatedQuery,
    }: AuthenticatedMedusaRequest<unknown, ListAlternatives>,
    response: MedusaResponse<AdminAlternativesResponse>
  ) => {
    const { q, units, limit } = validatedQuery
    const asked = {
      order_id: params.order_id ?? "",
      line_item_id: params.line_item_id ?? "",
      units,
      limit,
    }
    const { ways, ...found } =
      q === undefined
        ? await alternativesAndPinnedOut(asked, scope)
        : { ...(await chooseAnother({ ...asked, q }, scope)), pinned_out: [] }
    response.json({ ...found, ways: ways.map(presentWay) })
  }
)
