import { z } from "@medusajs/framework/zod"

const KEYS =
  'must be a list of option titles and metadata keys such as ["Size"]'

/** The attributes that must be equal in what is offered, as options name them. */
export const markedSchema = z.array(
  z.strictObject({
    name: z.string("must be a name such as size").trim().min(1),
    keys: z.array(z.string(KEYS).trim().min(1, KEYS), KEYS).min(1, KEYS),
  }),
  'must be a list such as [{ name: "size", keys: ["Size"] }]'
)
