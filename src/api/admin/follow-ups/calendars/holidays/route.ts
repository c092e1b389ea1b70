import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { holidaysAsOf, holidaysOf } from "../../../../../modules/follow-up"
import type { AdminFollowUpHolidaysResponse } from "../types"
import type { GetHolidays } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

/** The holidays of a country in a year, to choose exceptions from. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, GetHolidays>,
    response: MedusaResponse<AdminFollowUpHolidaysResponse>
  ) => {
    const { country, state = null, year, locale } = request.validatedQuery
    response.json({
      holidays: await holidaysOf({ country, state, year }, locale),
      ...holidaysAsOf(country),
    })
  }
)
