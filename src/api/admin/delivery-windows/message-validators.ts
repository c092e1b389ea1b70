import { z } from "@medusajs/framework/zod"
import { LONGEST_SCRIPT } from "../../../modules/follow-up"
import { id, locale, wholeNumber } from "../follow-ups/validators"

const LONGEST_SUBJECT = 500

export const SaveText = z.strictObject({
  subject: z.string().trim().min(1).max(LONGEST_SUBJECT),
  body: z.string().trim().min(1).max(LONGEST_SCRIPT),
})
export type SaveText = z.infer<typeof SaveText>

export const PreviewText = z.strictObject({
  language: locale,
  subject: z.string().max(LONGEST_SUBJECT),
  body: z.string().max(LONGEST_SCRIPT),
  order_id: id.optional(),
})
export type PreviewText = z.infer<typeof PreviewText>

export const ListBacklog = z.strictObject({
  limit: wholeNumber(1, 200).default(50),
})
export type ListBacklog = z.infer<typeof ListBacklog>
