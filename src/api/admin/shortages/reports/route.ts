import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SHORTAGE_MODULE } from "../../../../modules/shortage"
import { Refusal } from "../../../../refusals"
import { reportShortageWorkflow } from "../../../../workflows/shortage/report-shortage"
import { userOf } from "../../follow-ups/actor"
import { isGranted, READ_ORDERS } from "../../follow-ups/granted"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import { presentShortages } from "../present-shortages"
import type { AdminShortageReportResponse } from "../types"
import type { ReportShortage } from "../validators"

/** The same policy as Medusa's own route for it. */
const CORRECT_STOCK = { resource: "inventory_level", operation: "update" }

/** Says how many units of an order's line are on the shelf. */
export const POST = tellingRefusals(
  async (
    request: AuthenticatedMedusaRequest<ReportShortage>,
    response: MedusaResponse<AdminShortageReportResponse>
  ) => {
    const { scope, validatedBody } = request
    const { order_id, correct_stock } = validatedBody
    if (correct_stock && !(await isGranted(CORRECT_STOCK, request))) {
      throw new Refusal("not_permitted", {
        policies: `${CORRECT_STOCK.resource}:${CORRECT_STOCK.operation}`,
      })
    }
    await reportShortageWorkflow(scope).run({
      input: { ...validatedBody, actor_id: userOf(request) },
    })
    const lines = await scope
      .resolve(SHORTAGE_MODULE)
      .listShortLines({ order_ids: [order_id] })
    response.json({
      shortages: await presentShortages(
        lines,
        await isGranted(READ_ORDERS, request),
        scope
      ),
    })
  }
)
