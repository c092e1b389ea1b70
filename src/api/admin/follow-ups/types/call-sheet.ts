import type { AttemptChannel } from "../../../../desk/attempts"
import type { FactsSection } from "../../../../desk/handlers"
import type { EarlierOrder } from "../../../../shop/earlier-orders"
import type { OrderToReadOut } from "../../../../shop/order-to-read-out"
import type { AdminFollowUpAttempt } from "./history"
import type { AdminComingLater } from "./order-notices"
import type { AdminFollowUp, Instant } from "./task"

/** A record of the shop, with its instant in ISO 8601. */
type AsAnswered<Facts extends { created_at: Date }> = Omit<
  Facts,
  "created_at"
> & { created_at: Instant }

export type AdminFollowUpCallSheetOrder = AsAnswered<OrderToReadOut> & {
  /** Lines of which units come later, as was agreed; null while unknown. */
  coming_later: AdminComingLater[] | null
}

/** A task of the call, and its script. */
export type AdminFollowUpCallSheetTask = {
  follow_up: AdminFollowUp
  /**
   * Plain text with line breaks: in the customer's language, or in the
   * requested one if that is unknown or has no text.
   */
  script: string
  /**
   * Answers that can be sent instead, for this task type and in that language.
   */
  canned_answers: {
    id: string
    name: string
    text: string
    /** The language tag of the text. */
    language: string
    /** False if the answer lacks the customer's language. */
    is_customers_language: boolean
    /**
     * The text with the variables that have no value left as they are, for a
     * person to fill in before it is sent; null if each has a value.
     */
    unfilled: string | null
    /**
     * The one to send now: the attempts are used up, and the playbook names it
     * as the fallback. It is listed first.
     */
    for_now: boolean
  }[]
}

/** A section that a kind of work adds to the sheet. */
export type AdminFollowUpCallSheetSection = {
  /** The kind of work. */
  kind: string
  /**
   * The component that renders it: `order` and `facts` are built in; `data`
   * depends on it.
   */
  section: string
  key: string
  /** The tasks that it is about. */
  task_ids: string[]
  data: unknown
}

/** `data` of a section `facts`: a titled list. */
export type AdminFollowUpFacts = FactsSection["data"]

/** `GET /admin/follow-ups/:id/call-sheet?locale=uk` */
export type AdminFollowUpCallSheetResponse = {
  call_sheet: {
    /** The tasks of the call, the requested one first. */
    tasks: AdminFollowUpCallSheetTask[]
    sections: AdminFollowUpCallSheetSection[]
    /** The customer's earlier orders, without the call's, newest first, at most ten. */
    earlier_orders: AsAnswered<EarlierOrder>[]
    earlier_order_count: number
    /** Attempts on all of this customer's tasks, newest first. */
    attempts: (AdminFollowUpAttempt & {
      task_type: string
      order_display_id: number | null
    })[]
    /**
     * By what the customer can be written to from the sheet: the channels that
     * a notification provider serves, and the customer's address there.
     */
    channels: {
      channel: Exclude<AttemptChannel, "phone">
      to: string | null
    }[]
    /** The subject of an e-mail, to begin with. */
    subject: string
    /** Somebody else answered at this number; without one, at the last one. */
    phone_was_wrong: boolean
    /** All such numbers of the customer, in E.164 and as they were typed. */
    wrong_phones: string[]
  }
  now: Instant
}
