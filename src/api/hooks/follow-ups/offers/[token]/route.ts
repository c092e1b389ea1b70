import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import { isRefusal } from "../../../../../refusals"
import { storeName } from "../../../../../shop/store"
import { answerOfferWorkflow } from "../../../../../workflows/shortage/offers/answer-offer"
import {
  offerForCustomer,
  offerOfToken,
} from "../../../../../workflows/shortage/offers/offer-for-customer"
import { reportError } from "../../../../../workflows/desk/report-error"
import { notValidPage } from "../../../../customer-page/not-valid"
import { HEADERS, languageOfPage } from "../../../../customer-page/page-shell"
import { AnswerOfferOfLink } from "../../../../store/offers/validators"
import { type Fault, offerPage } from "../page"

/** The customer's page of an offer. It is served without a publishable key. */
export const GET = async (
  request: MedusaRequest,
  response: MedusaResponse
): Promise<void> => {
  await show(request, response, null)
}

/** Takes the answer of the page's form, once. */
export const POST = async (
  request: MedusaRequest,
  response: MedusaResponse
): Promise<void> => {
  const { scope, params } = request
  const answered = answerIn(request.body)
  if (!answered) {
    await show(request, response, "chooseFirst")
    return
  }
  try {
    const { id } = await offerOfToken(params.token ?? "", scope)
    const { answer, alternative_id = null, variant_id, note = null } = answered
    await answerOfferWorkflow(scope).run({
      input: {
        offer_id: id,
        answer,
        alternative_id,
        variant_id,
        note,
        via: "link",
        actor_id: null,
      },
    })
  } catch (error) {
    // Of one that has ended meanwhile, the page itself says so.
    const is_over =
      isRefusal(error) &&
      (error.code === "offer_closed" || error.code === "offer_not_found")
    if (!is_over) {
      reportError("a customer's answer to an offer failed", error, scope)
    }
    await show(request, response, is_over ? null : "failed")
    return
  }
  // So that loading the page again sends nothing twice.
  response.set(HEADERS).redirect(303, request.originalUrl)
}

async function show(
  request: MedusaRequest,
  response: MedusaResponse,
  fault: Fault | null
): Promise<void> {
  const { scope, params } = request
  const offer = await shownOffer(params.token ?? "", request)
  const { settings } = scope.resolve(FOLLOW_UP_MODULE)
  const language = languageOfPage(request, offer?.language, settings.language)
  response
    .status(offer ? 200 : 404)
    .set(HEADERS)
    .type("text/html; charset=utf-8")
    .send(
      offer
        ? offerPage(offer, language, offer.status === "open" ? fault : null)
        : notValidPage(language, await storeName(scope))
    )
}

async function shownOffer(token: string, { scope }: MedusaRequest) {
  try {
    return await offerForCustomer(await offerOfToken(token, scope), scope)
  } catch (error) {
    if (isRefusal(error) && error.code === "offer_not_found") {
      return null
    }
    throw error
  }
}

/**
 * The answer that the form has, such as `accept:shalt_1` or, for what is not on
 * the offer, `choose:variant_1`; null without one.
 */
function answerIn(body: unknown): AnswerOfferOfLink | null {
  const { choice, note } = Object(body)
  const [answer, id] = `${choice}`.split(":", 2)
  const parsed = AnswerOfferOfLink.safeParse({
    ...(answer === "choose"
      ? { answer: "accept", variant_id: id }
      : { answer, alternative_id: id }),
    note: typeof note === "string" && note.trim() !== "" ? note : undefined,
  })
  return parsed.success ? parsed.data : null
}
