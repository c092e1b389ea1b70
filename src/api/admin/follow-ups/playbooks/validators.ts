import { z } from "@medusajs/framework/zod"
import { id, ListPage } from "../validators"

const MAX_OF_A_TYPE = 1_000

/** The rules validate the definition field by field. */
const definition = z.unknown()
const name = z.string()

export const ListPlaybooks = ListPage
export type ListPlaybooks = z.infer<typeof ListPlaybooks>

export const CreatePlaybook = z.strictObject({
  name,
  type: id,
  enabled: z.boolean().default(true),
  definition,
})
export type CreatePlaybook = z.infer<typeof CreatePlaybook>

export const UpdatePlaybook = z.strictObject({
  name: name.optional(),
  enabled: z.boolean().optional(),
  definition: definition.optional(),
  version: z.number().int().min(1).optional(),
})
export type UpdatePlaybook = z.infer<typeof UpdatePlaybook>

export const OrderPlaybooks = z.strictObject({
  type: id,
  ids: z.array(id).max(MAX_OF_A_TYPE),
})
export type OrderPlaybooks = z.infer<typeof OrderPlaybooks>
