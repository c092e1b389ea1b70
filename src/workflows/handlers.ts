import { ARRANGE_DELIVERY } from "../desk/arrange-delivery"
import { COMPLETE_CONTACT } from "../desk/complete-contact"
import { EVERY_KIND } from "../desk/every-kind"
import { PAYMENT_DUE } from "../desk/payment-due"
import { REFUND_DUE } from "../desk/refund-due"
import { RESOLVE_SHORTAGE } from "../desk/resolve-shortage"
import { COMPLETE_CONTACT_HANDLERS, EVERY_KIND_HANDLERS } from "./desk/handlers"
import { addOwnHandlers } from "./desk/kinds"
import { DELIVERY_WINDOW_HANDLERS } from "./delivery-window/handlers"
import { SHORTAGE_HANDLERS } from "./shortage/handlers"
import {
  PAYMENT_HANDLERS,
  REFUND_HANDLERS,
} from "./shortage/money-due-handlers"

/**
 * The handlers of the plugin's own kinds of work. Medusa loads all files of this
 * folder when it starts.
 */
addOwnHandlers([
  [EVERY_KIND, EVERY_KIND_HANDLERS],
  [COMPLETE_CONTACT, COMPLETE_CONTACT_HANDLERS],
  [RESOLVE_SHORTAGE, SHORTAGE_HANDLERS],
  [REFUND_DUE, REFUND_HANDLERS],
  [PAYMENT_DUE, PAYMENT_HANDLERS],
  [ARRANGE_DELIVERY, DELIVERY_WINDOW_HANDLERS],
])
