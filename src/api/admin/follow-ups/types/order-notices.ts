import type {
  ComingLater,
  StillShort,
} from "../../../../workflows/desk/coming-later"
import type { Instant } from "./task"

/**
 * `GET /admin/follow-ups/orders/:order_id/notices`: why this order had better
 * not be packed, the gravest reason first. Empty if all is well, nothing was
 * asked, or the order is canceled or over. For whoever may read follow-ups or
 * orders.
 */
export type AdminFollowUpOrderNoticesResponse = {
  order_notices: AdminFollowUpOrderNotice[]
  /**
   * Lines of which units are not to be packed yet, as was agreed; null while that
   * is unknown, as the tables of shortages are locked.
   */
  coming_later: AdminComingLater[] | null
  /** Lines of which units are short, not agreed on yet; null as above. */
  still_short: AdminStillShort[] | null
  now: Instant
}

export type AdminStillShort = StillShort

export type AdminFollowUpOrderNotice = {
  /** By language: "Not confirmed yet". */
  label: Record<string, string>
  /**
   * `off`: the customer does not want the order. `stuck`: the customer was not
   * reached, or the call ended without an answer. `pending`: somebody is still
   * to call.
   */
  level: "off" | "stuck" | "pending"
  task_id: string
  task_type: string
  attempt_count: number
}

/** A line of which units come later, as was agreed with the customer. */
export type AdminComingLater = Omit<ComingLater, "expected_at"> & {
  expected_at: Instant | null
}
