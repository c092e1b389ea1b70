import { model } from "@medusajs/framework/utils"
import { FALLBACKS } from "../../../desk/playbook"
import { TASK_STATUSES, WAITING_REASONS } from "../task/task"
import Activity from "./activity"
import Attempt from "./attempt"

/**
 * One thing that a person must do for an order or a customer. The customer and
 * order data that the queue shows is copied here, so that a page of the queue
 * is one index scan; the order itself remains authoritative.
 *
 * There is no column for late: it is derived from the deadlines, what was met,
 * and the clock.
 */
const Task = model
  .define(
    { name: "FollowUpTask", tableName: "follow_up_task" },
    {
      id: model.id({ prefix: "futask" }).primaryKey(),
      /** Tasks of one person are one call. */
      person_id: model.text(),
      /**
       * Whether it stands in the queue for its call: the most urgent task that
       * the person has open. A closed task stands for itself.
       */
      leads: model.boolean().default(true),
      /**
       * Whether its limit is its call's: that of the open task which runs out
       * of time first, which need not be the one that leads.
       */
      runs_out_first: model.boolean().default(true),
      type: model.text(),
      status: model.enum([...TASK_STATUSES]).default("open"),
      /** Keeps the second delivery of an event from opening another task. */
      dedupe_key: model.text().nullable(),
      /** Data that its kind of work stores with it. */
      data: model.json(),

      order_id: model.text().nullable(),
      order_display_id: model.number().nullable(),
      currency_code: model.text().nullable(),
      order_total: model.bigNumber().nullable(),
      /** What the customer wrote with the order. */
      customer_comment: model.text().nullable(),
      customer_id: model.text().nullable(),
      customer_name: model.text().nullable(),
      email: model.text().nullable(),
      /** As the customer typed it. */
      phone: model.text().nullable(),
      phone_e164: model.text().nullable(),
      country_code: model.text().nullable(),
      search_terms: model.text().default(""),
      /** The version of the code that made the terms; see `refoldSearch`. */
      search_version: model.number().default(0),

      /**
       * Where the order was placed; together with the type, it decides the
       * calendar.
       */
      sales_channel_id: model.text().nullable(),
      stock_location_id: model.text().nullable(),
      region_id: model.text().nullable(),
      /** The language of the order, as a language tag. */
      locale: model.text().nullable(),

      assignee_id: model.text().nullable(),
      /** Who is calling its person. */
      calling_by: model.text().nullable(),
      calling_since: model.dateTime().nullable(),
      /** 0 is the lowest; the queue sorts by it. */
      priority: model.number().default(1),
      playbook_id: model.text(),
      playbook_version: model.number(),
      calendar_id: model.text(),
      calendar_version: model.number(),

      /** The `updated_at` of the order and customer that were last synced. */
      order_seen_at: model.dateTime().nullable(),
      customer_seen_at: model.dateTime().nullable(),

      /** When it happened, not when it was noticed. */
      opened_at: model.dateTime(),
      response_target_at: model.dateTime(),
      response_limit_at: model.dateTime(),
      resolution_limit_at: model.dateTime().nullable(),
      /** The inputs of these three deadlines, for explaining them. */
      basis: model.json(),
      /** Business time used before `running_since`, in chronological order. */
      runs: model.json(),
      /** When the clock last started; null while it is paused or stopped. */
      running_since: model.dateTime().nullable(),
      responded_at: model.dateTime().nullable(),
      first_contact_at: model.dateTime().nullable(),
      /**
       * When the task needs a person; the queue is sorted by it. Null once
       * nothing is due.
       */
      due_at: model.dateTime().nullable(),

      waiting_since: model.dateTime().nullable(),
      waiting_until: model.dateTime().nullable(),
      waiting_reason: model.enum([...WAITING_REASONS]).nullable(),
      attempt_count: model.number().default(0),
      /** Consecutive unsuccessful attempts, by outcome. */
      ladder: model.json(),
      /** Numbers at which somebody else answered, as they were typed. */
      wrong_phones: model.json(),
      /** The task's fallback, once its attempts were used up. */
      fallback: model.enum([...FALLBACKS]).nullable(),

      outcome: model.text().nullable(),
      completed_at: model.dateTime().nullable(),
      canceled_at: model.dateTime().nullable(),
      cancel_reason: model.text().nullable(),

      attempts: model.hasMany(() => Attempt, { mappedBy: "task" }),
      activities: model.hasMany(() => Activity, { mappedBy: "task" }),
    }
  )
  .cascades({ delete: ["attempts", "activities"] })

export default Task
