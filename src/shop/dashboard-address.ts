import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Where the dashboard is, as `medusa-config.ts` says.
 *
 * @returns its path on its own site, and its whole address; null if the config
 *   has none
 */
export function dashboardAddress(container: MedusaContainer): {
  path: string
  url: string | null
} {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const path = (admin?.path ?? "/app").replace(/\/+$/, "")
  const site = siteAddress(container)
  return { path, url: site === null ? null : site + path }
}

/** Where Medusa itself is, as `medusa-config.ts` says; null if it does not. */
export function siteAddress(container: MedusaContainer): string | null {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const site = admin?.backendUrl ?? ""
  return /^https?:\/\//.test(site) ? site.replace(/\/+$/, "") : null
}
