import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceZones } from "../../../../../shop/service-zones"
import { deskToday } from "../../../../../workflows/desk/desk-today"
import { capacityUnits } from "../../../../../workflows/delivery-window/units"
import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import type { AdminDeliveryWindowVocabularyResponse } from "../types"

/** What a template may name. */
export const GET = tellingRefusals(
  async (
    { scope }: AuthenticatedMedusaRequest,
    response: MedusaResponse<AdminDeliveryWindowVocabularyResponse>
  ) => {
    const { time_zone } = await deskToday(scope)
    response.json({
      capacity_units: capacityUnits(scope).map(({ unit, label }) => ({
        unit,
        label,
      })),
      service_zones: await serviceZones(scope),
      time_zone,
    })
  }
)
