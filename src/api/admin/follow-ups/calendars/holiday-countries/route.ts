import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { holidayCountries } from "../../../../../modules/follow-up"
import { countryOfShop } from "../../../../../workflows/desk/country-of-shop"
import type { AdminFollowUpHolidayCountriesResponse } from "../types"
import type { ListHolidayCountries } from "../validators"
import { tellingRefusals } from "../../tell-refusals"

/** The countries whose holidays are known. */
export const GET = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<unknown, ListHolidayCountries>,
    response: MedusaResponse<AdminFollowUpHolidayCountriesResponse>
  ) => {
    const { locale, time_zone = null } = request.validatedQuery
    const countries = await holidayCountries(locale)
    const country = await countryOfShop(time_zone, request.scope)
    response.json({
      country: countries.some(({ code }) => code === country) ? country : null,
      countries,
    })
  }
)
