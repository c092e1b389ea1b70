import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import type FollowUpModuleService from "../../../modules/follow-up/service"
import { runCustomAction } from "./run-custom-action"
import { sendNotices } from "./send-notices"

/**
 * Hands over what was committed, each with its id as an idempotency key: events
 * to the event bus, notices to the notification module, custom actions to the
 * shop's own code. What was handed over is forgotten; what fails stays and is
 * delivered by a later tick: the change itself stands.
 */
export const deliverEventsStep = createStep(
  "deliver-events",
  async (event_ids: string[], { container }) => {
    if (event_ids.length > 0) {
      await deliver(event_ids, container)
    }
    return new StepResponse(event_ids.length)
  }
)

type Waiting = Awaited<
  ReturnType<FollowUpModuleService["listFollowUpOutboxEvents"]>
>[number]

async function deliver(
  event_ids: string[],
  container: MedusaContainer
): Promise<void> {
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const stored = await orReport(container, event_ids.length, () =>
    followUp.listFollowUpOutboxEvents(
      { id: event_ids },
      { take: event_ids.length, order: { id: "ASC" } }
    )
  )
  if (!stored) {
    return
  }
  const ofKind = (kind: Waiting["kind"]) =>
    stored.filter((waiting) => waiting.kind === kind)
  const takers: [Waiting[], (waiting: Waiting[]) => Promise<void>][] = [
    [ofKind("event"), (events) => emit(events, container)],
    [ofKind("notification"), (notices) => sendNotices(notices, container)],
    ...ofKind("action").map((action): [Waiting[], () => Promise<void>] => [
      [action],
      () => runCustomAction(action, container),
    ]),
  ]
  for (const [waiting, hand] of takers) {
    if (waiting.length > 0) {
      await orReport(container, waiting.length, async () => {
        await hand(waiting)
        await followUp.deleteFollowUpOutboxEvents(waiting.map(({ id }) => id))
      })
    }
  }
}

async function emit(
  events: Waiting[],
  container: MedusaContainer
): Promise<void> {
  await inTime(
    container.resolve(Modules.EVENT_BUS).emit(
      events.map(({ id, name, data }) => ({
        name,
        data,
        metadata: { idempotency_key: id },
      }))
    )
  )
}

async function orReport<Result>(
  container: MedusaContainer,
  count: number,
  act: () => Promise<Result>
): Promise<Result | undefined> {
  try {
    return await act()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `follow-ups: ${count} events could not be delivered and will be tried again`,
        error instanceof Error ? error : undefined
      )
    return undefined
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
