import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import type FollowUpModuleService from "../../../modules/follow-up/service"

/**
 * Hands committed events to the event bus, each with its id as
 * `metadata.idempotency_key`, and forgets those that were handed over. What
 * fails stays and is delivered by the next tick: the change itself stands.
 */
export const deliverEventsStep = createStep(
  "deliver-events",
  async (event_ids: string[], { container }) => {
    await deliverEvents(event_ids, container)
    return new StepResponse(event_ids.length)
  }
)

async function deliverEvents(
  event_ids: string[],
  container: MedusaContainer
): Promise<void> {
  if (event_ids.length === 0) {
    return
  }
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const eventBus = container.resolve(Modules.EVENT_BUS)
  try {
    const stored = await followUp.listFollowUpOutboxEvents({ id: event_ids })
    const events = event_ids.flatMap(
      (id) => stored.find((event) => event.id === id) ?? []
    )
    await inTime(
      eventBus.emit(
        events.map(({ id, name, data }) => ({
          name,
          data,
          metadata: { idempotency_key: id },
        }))
      )
    )
    await followUp.deleteFollowUpOutboxEvents(events.map(({ id }) => id))
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `follow-ups: ${event_ids.length} events could not be delivered and will be tried again`,
        error instanceof Error ? error : undefined
      )
  }
}

/** A bus that cannot be reached waits for ever; whoever called does not. */
const PATIENCE_MS = 3_000

async function inTime(emitted: Promise<void>): Promise<void> {
  let timeout: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timeout = setTimeout(
      () =>
        reject(
          new MedusaError(
            MedusaError.Types.UNEXPECTED_STATE,
            `The event bus gave no answer within ${PATIENCE_MS} ms`
          )
        ),
      PATIENCE_MS
    )
  })
  try {
    await Promise.race([emitted, tooLate])
  } finally {
    clearTimeout(timeout)
  }
}
