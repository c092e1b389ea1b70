import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { DELIVERY_WINDOW_MODULE } from "../../../../modules/delivery-window"
import { serviceZones } from "../../../../shop/service-zones"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import type { DryRunOrNot, ListPage } from "../../follow-ups/validators"
import { answerChange, type AnswerToChange } from "./change"
import type { AdminDeliveryWindowTemplateListResponse } from "./types"
import type { SaveTemplate } from "./validators"

/** What delivery windows are made from, by their hours. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery: { limit, offset },
    }: AuthenticatedMedusaRequest<unknown, ListPage>,
    response: MedusaResponse<AdminDeliveryWindowTemplateListResponse>
  ) => {
    const templates = await scope
      .resolve(DELIVERY_WINDOW_MODULE)
      .listTemplates()
    const zones = await serviceZones(scope)
    const options = zones.flatMap(({ shipping_options }) => shipping_options)
    response.json({
      templates: templates
        .slice(offset, offset + limit)
        .map(({ on_since: _, ...template }) => {
          const zone = zones.find(({ id }) => id === template.service_zone_id)
          return {
            ...template,
            service_zone: zone ? { id: zone.id, name: zone.name } : null,
            shipping_options: options.filter(({ id }) =>
              template.shipping_option_ids.includes(id)
            ),
          }
        }),
      count: templates.length,
      limit,
      offset,
    })
  }
)

/** Adds a template, of which windows are made at once. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<SaveTemplate, DryRunOrNot>,
    response: AnswerToChange
  ) => {
    await answerChange(
      { kind: "save_template", template: request.validatedBody },
      request,
      response
    )
  }
)
