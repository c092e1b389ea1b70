import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import type { KindOutbox } from "../../../desk/handlers"
import {
  AGREED_ON_CALL,
  DELIVERY_WINDOW_MODULE,
} from "../../../modules/delivery-window"
import { deliverKindOutbox } from "../../desk/deliver-outbox"
import { patienceOf } from "../../desk/patience"
import { withTimeout } from "../../desk/with-timeout"
import { tellCallOfWindow } from "../agreed-on-call"
import { tellCustomer } from "./tell-customer"

/** Messages that one call takes: a slow provider must not hold up the tick. */
const AT_ONCE = 50

/**
 * Messages to customers, delivered after the commit of what they are about; and
 * what was agreed on in a call that a crash kept from being told.
 */
export const MESSAGE_OUTBOX: KindOutbox = {
  take: async (now, container) =>
    await container.resolve(DELIVERY_WINDOW_MODULE).takeMessages(AT_ONCE, now),
  deliver: async (item, container) => {
    if (item.name === AGREED_ON_CALL) {
      return await tellCallOfWindow(item.data, container)
    }
    const { notices_ms } = patienceOf(container)
    await withTimeout(
      tellCustomer(item, container),
      notices_ms,
      `The notification module gave no answer within ${notices_ms} ms`
    )
  },
  forget: async (ids, container) =>
    await container.resolve(DELIVERY_WINDOW_MODULE).forgetMessages(ids),
}

/** Delivers at once what was just committed; what fails is left to the tick. */
export async function tellCustomers(container: MedusaContainer): Promise<void> {
  await deliverKindOutbox(MESSAGE_OUTBOX, clockOf(container).now(), container)
}
