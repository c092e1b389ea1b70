import { ARRANGE_DELIVERY } from "./arrange-delivery"
import { COMPLETE_CONTACT } from "./complete-contact"
import { CONFIRM_ORDER } from "./confirm-order"
import { EVERY_KIND } from "./every-kind"
import type { KindOfWork } from "./kind"
import { PAYMENT_DUE } from "./payment-due"
import { REFUND_DUE } from "./refund-due"
import { RESOLVE_SHORTAGE } from "./resolve-shortage"

/** The plugin's own kinds of work, in the order in which they are offered. */
export const KINDS: readonly KindOfWork[] = [
  EVERY_KIND,
  CONFIRM_ORDER,
  COMPLETE_CONTACT,
  RESOLVE_SHORTAGE,
  REFUND_DUE,
  PAYMENT_DUE,
  ARRANGE_DELIVERY,
]
