import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isBusy } from "../../refusals"

/** A lock fails every try of everything, and one line says all there is. */
const BUSY_EVERY_MS = 60_000

const busyReported = new WeakMap<object, number>()

/**
 * Logs what went wrong where the work goes on without it. That the plugin's
 * tables are busy is logged once a minute.
 */
export function reportError(
  what: string,
  error: unknown,
  container: MedusaContainer
): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (!isBusy(error)) {
    logger.error(
      `follow-ups: ${what}`,
      error instanceof Error ? error : undefined
    )
    return
  }
  const now = performance.now()
  if (now - (busyReported.get(logger) ?? -Infinity) >= BUSY_EVERY_MS) {
    busyReported.set(logger, now)
    logger.warn(
      "follow-ups: the plugin's tables are busy: locked, or the database is slow. The desk stands still; what it misses is made up for."
    )
  }
}
