import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  FOLLOW_UP_MODULE,
  type OpenRequest,
  type Outcome,
  toE164,
} from "../../modules/follow-up"
import { clockOf } from "../../clock"
import { assignableUsers } from "../desk/assignable-users"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { judgeRequests } from "../desk/judge-requests"

/** A task to open. Omitted fields are unknown. */
export type OpenFollowUp = {
  type: string
  /** When it happened; now if omitted. The timer counts from here. */
  opened_at?: Date | string
  /** Another request with the same key opens nothing, see `if_closed`. */
  dedupe_key?: string
  /**
   * Whether a closed task with that key is reopened, with this `data`; if
   * omitted, as the type declares.
   */
  if_closed?: "ignore" | "reopen"
  /** One of the declared triggers; `manual` if omitted. */
  trigger?: string
  /** Data that its kind of work stores with the task, for its section. */
  data?: Record<string, unknown>
  order_id?: string
  order_display_id?: number
  /** In major units of `currency_code`. */
  order_total?: number
  currency_code?: string
  customer_id?: string
  customer_name?: string
  email?: string
  phone?: string
  /** ISO 3166-1 alpha-2. */
  country_code?: string
  /**
   * A playbook of the type, whatever its conditions; the first that matches if
   * omitted.
   */
  playbook_id?: string
  /** Where the order was placed, which decides the calendar. */
  sales_channel_id?: string
  stock_location_id?: string
  region_id?: string
  /** The customer's language, as a language tag. */
  locale?: string
}

/**
 * Opens tasks from within another workflow, which then delivers the `event_ids`
 * with `deliverEventsStep`.
 */
export const openFollowUpsStep = createStep(
  "open-follow-ups",
  async (follow_ups: OpenFollowUp[], { container }) => {
    const followUp = container.resolve(FOLLOW_UP_MODULE)
    const now = clockOf(container).now()
    const requests = follow_ups.map((follow_up) =>
      toRequest(follow_up, followUp.settings.default_country, now)
    )
    const { opened, reopened, not_opened } = await followUp.openOrExplain(
      await judgeByTrigger(follow_ups, requests, container),
      now,
      await assignableUsers(await followUp.readRuleBook(now), container)
    )
    const ids = opened.map(({ task }) => task.id)
    const event_ids = [...opened, ...reopened].flatMap(
      (change) => change.event_ids
    )
    return new StepResponse(
      {
        ids,
        reopened_ids: reopened.map(({ task }) => task.id),
        not_opened,
        event_ids,
      },
      ids
    )
  },
  async (ids, { container }) => {
    if (!ids?.length) {
      return
    }
    const followUp = container.resolve(FOLLOW_UP_MODULE)
    await followUp.deleteFollowUpTimers(ids)
    await followUp.deleteFollowUpTasks(ids)
  }
)

/** The result of opening follow-ups. */
export type OpenedFollowUps = {
  /** The tasks that this run opened. */
  ids: string[]
  /** Closed tasks that were reopened because their key was requested again. */
  reopened_ids: string[]
  /**
   * Requests that opened nothing: their index in `follow_ups`, and the reason.
   */
  not_opened: Outcome["not_opened"]
}

/**
 * Opens follow-up tasks, each under the first matching playbook of its type:
 * one with the request's trigger (`manual` if none is given) and whose
 * conditions are met by the order, or else by the request and its customer.
 *
 * @returns the ids of the tasks that this run opened, and why others were not
 * opened: a task with that `dedupe_key` exists (`known_key`), the type or the
 * named playbook is switched off (`switched_off`), or no playbook matches
 * (`no_match`)
 * @throws INVALID_DATA for an unknown type, and for a `playbook_id` that no
 * playbook of the type has
 * @example
 * await openFollowUpsWorkflow(container).run({
 *   input: {
 *     follow_ups: [
 *       { type: "confirm_order", order_id, dedupe_key: `again:${order_id}` },
 *     ],
 *   },
 * })
 */
export const openFollowUpsWorkflow = createWorkflow(
  { name: "follow-ups-open" },
  (input: { follow_ups: OpenFollowUp[] }) => {
    const opened = openFollowUpsStep(input.follow_ups)
    const event_ids = transform({ opened }, ({ opened }) => opened.event_ids)
    deliverEventsStep(event_ids)
    const result = transform({ opened }, ({ opened }): OpenedFollowUps => ({
      ids: opened.ids,
      reopened_ids: opened.reopened_ids,
      not_opened: opened.not_opened,
    }))
    return new WorkflowResponse(result)
  }
)

/** The facts for conditions are read once per trigger. */
async function judgeByTrigger(
  follow_ups: OpenFollowUp[],
  requests: OpenRequest[],
  container: MedusaContainer
): Promise<OpenRequest[]> {
  const triggers = follow_ups.map(({ trigger = "manual" }) => trigger)
  const judged = [...requests]
  for (const trigger of new Set(triggers)) {
    const places = requests.flatMap((_, index) =>
      triggers[index] === trigger ? [index] : []
    )
    const theirs = await judgeRequests(
      places.flatMap((index) => requests[index] ?? []),
      trigger,
      container
    )
    places.forEach((place, index) => {
      const request = theirs[index]
      if (request) {
        judged[place] = request
      }
    })
  }
  return judged
}

function toRequest(
  follow_up: OpenFollowUp,
  default_country: string | null,
  now: Date
): OpenRequest {
  const phone = follow_up.phone?.trim() || null
  const country_code = follow_up.country_code?.toLowerCase() ?? null
  return {
    type: follow_up.type,
    opened_at: follow_up.opened_at ? new Date(follow_up.opened_at) : now,
    dedupe_key: follow_up.dedupe_key ?? null,
    order_id: follow_up.order_id ?? null,
    order_display_id: follow_up.order_display_id ?? null,
    order_total: follow_up.order_total ?? null,
    currency_code: follow_up.currency_code ?? null,
    customer_id: follow_up.customer_id ?? null,
    customer_name: follow_up.customer_name ?? null,
    email: follow_up.email ?? null,
    phone,
    phone_e164: toE164(phone, country_code ?? default_country),
    country_code,
    playbook_id: follow_up.playbook_id,
    if_closed: follow_up.if_closed,
    data: follow_up.data,
    sales_channel_id: follow_up.sales_channel_id ?? null,
    stock_location_id: follow_up.stock_location_id ?? null,
    region_id: follow_up.region_id ?? null,
    locale: follow_up.locale ?? null,
  }
}
