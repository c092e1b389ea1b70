import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { holidayCountries } from "../../../../../modules/follow-up"
import type { AdminFollowUpHolidayCountriesResponse } from "../types"
import type { ListHolidayCountries } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

/** The countries whose holidays are known. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, ListHolidayCountries>,
    response: MedusaResponse<AdminFollowUpHolidayCountriesResponse>
  ) => {
    response.json({
      countries: await holidayCountries(request.validatedQuery.locale),
    })
  }
)
