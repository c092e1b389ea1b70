import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { holidayCountries } from "../../../../../modules/follow-up"
import type { AdminFollowUpHolidayCountriesResponse } from "../types"
import type { ListHolidayCountries } from "../validators"

/** The countries whose holidays are known. */
export const GET = async (
  request: AuthenticatedMedusaRequest<unknown, ListHolidayCountries>,
  response: MedusaResponse<AdminFollowUpHolidayCountriesResponse>
) => {
  response.json({
    countries: await holidayCountries(request.validatedQuery.locale),
  })
}
