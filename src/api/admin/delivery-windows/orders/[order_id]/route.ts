import { tellingRefusals } from "../../../follow-ups/tell-refusals"
import { answerDelivery } from "../answer-delivery"

/** When an order's courier comes, and when else it could. */
export const GET = tellingRefusals(answerDelivery)
