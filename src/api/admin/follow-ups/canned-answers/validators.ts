import { z } from "@medusajs/framework/zod"

const MAX_ON_A_PAGE = 200

export const ListCannedAnswers = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_ON_A_PAGE).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})
export type ListCannedAnswers = z.infer<typeof ListCannedAnswers>

export const CreateCannedAnswer = z.strictObject({
  name: z.string(),
  types: z.array(z.string()),
  texts: z.record(z.string(), z.string()),
})
export type CreateCannedAnswer = z.infer<typeof CreateCannedAnswer>

export const UpdateCannedAnswer = CreateCannedAnswer.partial()
export type UpdateCannedAnswer = z.infer<typeof UpdateCannedAnswer>
