import { z } from "@medusajs/framework/zod"
import { OFFER_ANSWERS } from "../../../modules/shortage"
import { id } from "../../admin/follow-ups/validators"

export const LONGEST_NOTE = 500

export const AnswerOfferOfLink = z.strictObject({
  answer: z.enum(OFFER_ANSWERS),
  alternative_id: id.nullish(),
  variant_id: id.nullish(),
  note: z.string().trim().min(1).max(LONGEST_NOTE).nullish(),
})
export type AnswerOfferOfLink = z.infer<typeof AnswerOfferOfLink>
