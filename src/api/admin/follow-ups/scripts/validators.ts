import { z } from "@medusajs/framework/zod"
import { LONGEST_SCRIPT } from "../../../../modules/follow-up"
import { id, locale } from "../validators"

export const PreviewScript = z.strictObject({
  text: z.string().max(LONGEST_SCRIPT),
  locale,
  order_id: id.optional(),
})
export type PreviewScript = z.infer<typeof PreviewScript>
