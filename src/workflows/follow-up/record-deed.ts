import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import {
  type Command,
  type CustomerAnswered,
  FOLLOW_UP_MODULE,
  isActive,
  type NoReply,
  type Task,
} from "../../modules/follow-up"
import { isBusy, isRefusal } from "../../refusals"
import { deliverOutbox } from "../desk/deliver-outbox"
import { reportError } from "../desk/report-error"
import { type CommandInput, commandWorkflow } from "./command-workflow"

/**
 * Records that a user has done something for the customer as agreed with them in
 * the call, which closes no task of its own: one of two short lines is replaced,
 * a window moved. The customer was reached, for all that the call is about, once
 * in a call. What closes a task is recorded by `settleFollowUps`.
 *
 * @throws NOT_ALLOWED on a closed task
 */
export const recordDeedWorkflow = commandWorkflow(
  "follow-ups-record-deed",
  (): Command => DEED
)

export type CustomerAnsweredInput = CommandInput & {
  /** Whether somebody has to talk to them now, whatever the call waits for. */
  needs_call?: boolean
}

/**
 * The customer has answered without us, as by a link: all of the call that waits
 * for their reply is to be done now. Done again, it changes nothing.
 */
export const customerAnsweredWorkflow = commandWorkflow<CustomerAnsweredInput>(
  "follow-ups-customer-answered",
  ({ needs_call = false }): Command => ({
    kind: "customer_answered",
    needs_call,
  })
)

const TRIES = 3

const DEED: Command = {
  kind: "deed",
  outcome: null,
  note: null,
  received_phone: null,
}

/**
 * The same for the call of an order; see `recordDeedWorkflow`.
 *
 * After a crash it may be too late: nobody is told then, as the customer was not
 * reached now.
 *
 * @param user_id - null for a program, which speaks to nobody
 */
export async function recordDeed(
  { order_id, at, key }: DoneForOrder,
  user_id: string | null,
  container: MedusaContainer
): Promise<void> {
  if (user_id !== null && isRecent(at, container)) {
    await tellCall(order_id, DEED, user_id, container, key)
  }
}

/** What was done about an order, and when. */
export type DoneForOrder = {
  order_id: string
  at: Date
  /** Told again with the same key, it counts once. */
  key?: string
}

/**
 * For what is told again if it fails: throws until it is too late, and then
 * reports. A refusal would come again, and is reported at once.
 */
export async function tellWhileRecent(
  { order_id, at }: DoneForOrder,
  tell: () => Promise<void>,
  container: MedusaContainer
): Promise<void> {
  try {
    await tell()
  } catch (error) {
    const may_pass = !isRefusal(error) || isBusy(error)
    if (may_pass && isRecent(at, container)) {
      throw error
    }
    reportError(
      `the call about ${order_id} does not know what was done`,
      error,
      container
    )
  }
}

/** For so long, what one person does is one attempt. */
const RECENT_MS = 900_000

const isRecent = (at: Date, container: MedusaContainer): boolean =>
  clockOf(container).now().getTime() - at.getTime() < RECENT_MS

/** The same for the call of an order; see `customerAnsweredWorkflow`. */
export async function customerAnswered(
  order_id: string,
  answered: Omit<CustomerAnswered, "kind">,
  container: MedusaContainer
): Promise<void> {
  const command: Command = { kind: "customer_answered", ...answered }
  await tellCall(order_id, command, null, container)
}

/**
 * What the customer of an order was asked to answer without us has ended
 * unanswered: their call no longer waits for that. Done again, it changes
 * nothing.
 */
export async function noReply(
  order_id: string,
  asked: Pick<NoReply, "asked_at" | "ended_at">,
  container: MedusaContainer
): Promise<void> {
  await tellCall(order_id, { kind: "no_reply", ...asked }, null, container)
}

/** What was done may close the task at this moment: then another is told. */
async function tellCall(
  order_id: string,
  command: Command,
  actor_id: string | null,
  container: MedusaContainer,
  idempotency_key?: string
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const task = await taskOfCall(order_id, container)
    if (!task) {
      return
    }
    try {
      const { event_ids } = await container
        .resolve(FOLLOW_UP_MODULE)
        .runCommand(
          // It is done: see `refuseDeedDuringCall`.
          {
            task_id: task.id,
            command,
            actor_id,
            idempotency_key,
            knows_of_call: true,
          },
          clockOf(container).now()
        )
      return await deliverOutbox(event_ids, container)
    } catch (error) {
      const isClosed = isRefusal(error) && error.code === "task_closed"
      if (!isClosed || tries === TRIES) {
        throw error
      }
    }
  }
}

/** An active task of the order, or else of its customer. */
export async function taskOfCall(
  order_id: string,
  container: MedusaContainer
): Promise<Task | undefined> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [order_id] })
  const own = tasks.find(isActive)
  const person_id = tasks.at(-1)?.person_id
  if (own || !person_id) {
    return own
  }
  const [other] = await followUp.findCall(person_id, 1)
  return other
}
