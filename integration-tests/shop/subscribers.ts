import type { MedusaContainer } from "@medusajs/framework/types"
import {
  AbstractEventBusModuleService,
  Modules,
} from "@medusajs/framework/utils"
import { setTimeout as sleep } from "node:timers/promises"
import { syncedNow } from "../../src/workflows/follow-up/sync-later"
import { arrangedNow } from "../../src/workflows/delivery-window/arrange-later"
import { noticedNow } from "../../src/workflows/shortage/notice-later"

type Handler = Parameters<AbstractEventBusModuleService["subscribe"]>[1]

/**
 * A bus shared by several processes delivers asynchronously, and does not tell
 * when it has delivered: this takes real time.
 */
const HANDOVER_MS = 500

export function eventBusOf(
  container: MedusaContainer
): AbstractEventBusModuleService {
  const bus = container.resolve(Modules.EVENT_BUS)
  if (!(bus instanceof AbstractEventBusModuleService)) {
    throw new Error("This event bus does not say who listens")
  }
  return bus
}

/** All subscribers to the shop's events, by event. */
export const listenersOn = (bus: AbstractEventBusModuleService) =>
  [...bus.eventToSubscribersMap].flatMap(([event, subscribers]) =>
    subscribers.map(({ id, subscriber }) => ({ event, id, subscriber }))
  )

/** Whether any subscriber to the shop's events is running. */
export class Subscribers {
  private atWork = 0
  private isLocal = true

  /** Call once, after everyone has subscribed. */
  watch(container: MedusaContainer): void {
    const bus = eventBusOf(container)
    this.isLocal = bus.constructor.name === "LocalEventBusService"
    for (const { event, id: subscriberId, subscriber } of listenersOn(bus)) {
      bus.unsubscribe(event, subscriber, { subscriberId })
      bus.subscribe(event, this.counted(subscriber), { subscriberId })
    }
  }

  /**
   * Waits until every emitted event has been handled, and what was put off
   * until shoppers have their answers is done.
   */
  async rest(container: MedusaContainer): Promise<void> {
    if (!this.isLocal) {
      await sleep(HANDOVER_MS)
    }
    do {
      await syncedNow(container)
      await noticedNow(container)
      await arrangedNow(container)
      await sleep(10)
    } while (this.atWork > 0)
  }

  private counted(subscriber: Handler): Handler {
    return async (...args: Parameters<Handler>) => {
      this.atWork += 1
      try {
        return await subscriber(...args)
      } finally {
        this.atWork -= 1
      }
    }
  }
}
