import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Logs what went wrong where the work goes on without it. */
export function reportError(
  what: string,
  error: unknown,
  container: MedusaContainer
): void {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`follow-ups: ${what}`, error instanceof Error ? error : undefined)
}
