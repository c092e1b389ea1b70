import { eventBusOf, listenersOn } from "./subscribers"
import type { TestShop } from "./test-shop"

const OURS = [
  "follow-ups-order",
  "follow-ups-delivery",
  "follow-ups-customer",
  "follow-ups-completed",
  "follow-ups-user",
  "follow-ups-shortage",
]

/** Runs something while our subscribers receive no events, as after a crash. */
export async function withoutEvents<Result>(
  shop: TestShop,
  act: () => PromiseLike<Result>
): Promise<Result> {
  const bus = eventBusOf(shop.container)
  const listeners = listenersOn(bus).filter(({ id }) =>
    OURS.some((ours) => id.startsWith(ours))
  )
  for (const { event, id, subscriber } of listeners) {
    bus.unsubscribe(event, subscriber, { subscriberId: id })
  }
  try {
    return await act()
  } finally {
    await shop.settle()
    for (const { event, id, subscriber } of listeners) {
      bus.subscribe(event, subscriber, { subscriberId: id })
    }
  }
}
