import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { clockOf } from "../../../../../clock"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import { isRefusal } from "../../../../../refusals"
import { storeName } from "../../../../../shop/store"
import {
  bookingOfToken,
  type DeliveryForCustomer,
  deliveryForCustomer,
} from "../../../../../workflows/delivery-window/delivery-for-customer"
import { moveByCustomerWorkflow } from "../../../../../workflows/delivery-window/move-by-customer"
import { reportError } from "../../../../../workflows/desk/report-error"
import { notValidPage } from "../../../../customer-page/not-valid"
import {
  HEADERS,
  languageIn,
  languageOfPage,
} from "../../../../customer-page/page-shell"
import { MoveDelivery } from "../../../../store/delivery-windows/validators"
import { deliveryPage, type Fault } from "../page"

/** The customer's page of a delivery. It is served without a publishable key. */
export const GET = async (
  request: MedusaRequest,
  response: MedusaResponse
): Promise<void> => {
  await show(request, response, null)
}

/** Moves the delivery to what the page's form says. */
export const POST = async (
  request: MedusaRequest,
  response: MedusaResponse
): Promise<void> => {
  const { scope, params } = request
  const asked = MoveDelivery.safeParse(request.body)
  if (!asked.success) {
    await show(request, response, "chooseFirst")
    return
  }
  try {
    await moveByCustomerWorkflow(scope).run({
      input: { token: params.token ?? "", window_id: asked.data.window_id },
    })
  } catch (error) {
    const fault = faultOf(error)
    if (fault === "failed") {
      reportError("a customer could not move a delivery", error, scope)
    }
    await show(request, response, fault)
    return
  }
  // So that loading the page again sends nothing twice.
  const language = languageIn(request.query.lang)
  response
    .set(HEADERS)
    .redirect(303, `?moved=1${language ? `&lang=${language}` : ""}`)
}

async function show(
  request: MedusaRequest,
  response: MedusaResponse,
  fault: Fault | null
): Promise<void> {
  const { scope, params, query } = request
  const delivery = await shownDelivery(params.token ?? "", request)
  const { settings } = scope.resolve(FOLLOW_UP_MODULE)
  const language = languageOfPage(
    request,
    delivery?.language,
    settings.language
  )
  response
    .status(delivery ? 200 : 404)
    .set(HEADERS)
    .type("text/html; charset=utf-8")
    .send(
      delivery
        ? deliveryPage({
            delivery,
            language,
            fault: faultShown(delivery, fault),
            is_moved: query.moved === "1" && !fault,
            now: clockOf(scope).now(),
          })
        : notValidPage(language, await storeName(scope))
    )
}

/** Where nothing else may be chosen any more, no other time is asked for. */
function faultShown(
  { status }: DeliveryForCustomer,
  fault: Fault | null
): Fault | null {
  return fault === null || status === "open" ? fault : "tooLate"
}

async function shownDelivery(token: string, { scope }: MedusaRequest) {
  try {
    return await deliveryForCustomer(await bookingOfToken(token, scope), scope)
  } catch (error) {
    if (isRefusal(error) && error.code === "delivery_not_found") {
      return null
    }
    throw error
  }
}

/** What the customer is told of why it was not moved. */
function faultOf(error: unknown): Fault {
  switch (isRefusal(error) ? error.code : null) {
    case "window_full":
    case "window_cut_off":
    case "window_too_soon":
    case "window_closed":
    case "window_not_found":
    case "window_not_for_order":
      return "taken"
    case "moves_used_up":
    case "window_gone":
    case "order_not_delivered":
    case "delivery_not_found":
      return "tooLate"
    default:
      return "failed"
  }
}
