import type { QueueTab, TaskStatus } from "../../../../modules/follow-up"
import type { AdminFollowUp, Instant } from "./task"

/** `GET /admin/follow-ups` and `POST /admin/follow-ups/search` */
export type AdminFollowUpListResponse = {
  follow_ups: AdminFollowUp[]
  /**
   * Exact for a tab without other filters, but for `all`; otherwise longer lists
   * than 10,000, and 1,000 for a search, are not counted to the end.
   */
  count: number
  limit: number
  offset: number
  /** The server's clock. */
  now: Instant
}

/**
 * Query of `GET /admin/follow-ups` and body of `POST /admin/follow-ups/search`;
 * all filters combine.
 */
export type AdminFollowUpListParams = {
  /** A row for each call; without it and `outside`, a row for each task. */
  tab?: QueueTab
  /**
   * Only calls that this tab does not show, and closed tasks: a search finds
   * them elsewhere.
   */
  outside?: QueueTab
  status?: TaskStatus[]
  type?: string[]
  /** A user's id, `me`, or `nobody`. */
  assignee_id?: string
  order_id?: string
  customer_id?: string
  late?: boolean
  due_before?: Instant
  /**
   * Order number, customer name, e-mail or digits of the phone number. In a
   * query it is written to request logs, in a body it is not.
   */
  q?: string
  /**
   * `due_at`, `opened_at`, `order_total` or `updated_at`, with `-` in front for
   * descending. Default `due_at`, on the tab `all` `-opened_at`. Totals are
   * sorted within each currency, and currencies by their code.
   */
  order?: string
  /** 1 to 200, default 50. */
  limit?: number
  offset?: number
}

/**
 * `GET /admin/follow-ups/counts`, and the event `counts` of
 * `GET /admin/follow-ups/counts/stream`
 */
export type AdminFollowUpCountsResponse = {
  /**
   * How many calls each tab has. That of the tab `all`, with the closed tasks,
   * stops at 10,000; the others are exact.
   */
  counts: Record<QueueTab, number>
  /** Calls of which a task has the level `critical` or `breached`. */
  urgent: number
  /** Changes whenever an open or waiting task is added, changed or closed. */
  revision: string
  now: Instant
}

/**
 * The event `beat` of `GET /admin/follow-ups/counts/stream`: nothing has
 * changed.
 */
export type AdminFollowUpBeat = { now: Instant }
