import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isBusy } from "../../refusals"

/** What fails again with each request is said so often. */
const EVERY_MS = 60_000

const reportedAt = new WeakMap<object, Map<string, number>>()

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
  // A lock fails every try of everything, and one line says all there is.
  if (isDue("busy", logger)) {
    logger.warn(
      "follow-ups: the plugin's tables are busy: locked, or the database is slow. The desk stands still; what it misses is made up for."
    )
  }
}

/** Logs once a minute what would be logged with each request, all in one. */
export function reportRepeated(what: string, container: MedusaContainer): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (isDue(what, logger)) {
    logger.error(`follow-ups: ${what}`)
  }
}

function isDue(what: string, logger: object): boolean {
  const reported = reportedAt.get(logger) ?? new Map<string, number>()
  reportedAt.set(logger, reported)
  const now = performance.now()
  const is_due = now - (reported.get(what) ?? -Infinity) >= EVERY_MS
  if (is_due) {
    reported.set(what, now)
  }
  return is_due
}
