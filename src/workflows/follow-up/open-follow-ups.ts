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
} from "../../modules/follow-up"
import { clockOf } from "../../clock"
import { assignableUsers } from "../desk/assignable-users"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { judgeRequests } from "../desk/judge-requests"
import { type OpenFollowUp, toRequest } from "./open-follow-up"

/**
 * Opens tasks from within another workflow, which then delivers the `event_ids`
 * with `deliverEventsStep`.
 */
export const openFollowUpsStep = createStep(
  "open-follow-ups",
  async (follow_ups: OpenFollowUp[], { container }) => {
    const opened = await openFollowUps(follow_ups, container)
    return new StepResponse(opened, opened.ids)
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

/**
 * The same without the workflow engine, which may need Redis. The caller
 * delivers the `event_ids` with `deliverOutbox`.
 */
export async function openFollowUps(
  follow_ups: OpenFollowUp[],
  container: MedusaContainer
): Promise<OpenedFollowUps & { event_ids: string[] }> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const declared = followUp.settings.triggers.map(({ trigger }) => trigger)
  const requests = follow_ups.map((follow_up, index) =>
    toRequest(follow_up, declared, followUp.settings.default_country, now, [
      "follow_ups",
      index,
    ])
  )
  const { opened, reopened, not_opened } = await followUp.openOrExplain(
    await judgeByTrigger(follow_ups, requests, container),
    now,
    await assignableUsers(await followUp.readRuleBook(now), container)
  )
  return {
    ids: opened.map(({ task }) => task.id),
    reopened_ids: reopened.map(({ task }) => task.id),
    not_opened,
    event_ids: [...opened, ...reopened].flatMap((change) => change.event_ids),
  }
}

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
 * named playbook is switched off (`switched_off`), no playbook that is switched
 * on has the trigger (`no_trigger`), or the conditions of those that have it are
 * not met (`no_match`)
 * @throws INVALID_DATA for an unknown type or trigger, for a `playbook_id` that
 * no playbook of the type has, and for a value that is none of its field
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
