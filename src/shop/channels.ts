import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const provider = z.object({
  options: z.object({ channels: z.array(z.string()).catch([]) }).optional(),
})

const options = z.object({
  providers: z.array(provider).catch([]).default([]),
  cloud: z
    .object({
      api_key: z.string(),
      endpoint: z.string(),
      environment_handle: z.string().optional(),
      sandbox_handle: z.string().optional(),
    })
    .optional()
    .catch(undefined),
})

/**
 * The channels for which the notification module has a provider. The module
 * does not tell; it registers what the store's configuration lists, and Medusa
 * Cloud's e-mail provider in a store that runs there and has no other.
 */
export function servedChannels(container: MedusaContainer): Set<string> {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const module = modules?.[Modules.NOTIFICATION]
  const read = options.safeParse(
    typeof module === "object" ? (module.options ?? {}) : {}
  )
  if (!read.success) {
    return new Set()
  }
  const { providers, cloud } = read.data
  const isInCloud =
    cloud?.environment_handle !== undefined ||
    cloud?.sandbox_handle !== undefined
  return new Set([
    ...providers.flatMap((each) => each.options?.channels ?? []),
    ...(isInCloud ? ["email"] : []),
  ])
}
