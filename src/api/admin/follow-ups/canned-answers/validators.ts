import { z } from "@medusajs/framework/zod"
import { ListPage } from "../validators"

export const ListCannedAnswers = ListPage
export type ListCannedAnswers = z.infer<typeof ListCannedAnswers>

export const CreateCannedAnswer = z.strictObject({
  name: z.string(),
  types: z.array(z.string()),
  texts: z.record(z.string(), z.string()),
})
export type CreateCannedAnswer = z.infer<typeof CreateCannedAnswer>

export const UpdateCannedAnswer = CreateCannedAnswer.partial()
export type UpdateCannedAnswer = z.infer<typeof UpdateCannedAnswer>
