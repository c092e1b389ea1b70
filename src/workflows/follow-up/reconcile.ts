import type { MedusaContainer } from "@medusajs/framework/types"

import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deliverEventsStep } from "../desk/deliver-outbox"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { isBusy } from "../../refusals"
import { clockOf } from "../../clock"
import { countLeftOut } from "../desk/reconciler/count-left-out"
import { syncActiveTasks } from "../desk/reconciler/sync-active-tasks"
import { syncNewRecords } from "../desk/reconciler/sync-new-records"
import { retryFailedRecords } from "../desk/reconciler/retry-failed-records"
import { type Kind, kindsOf } from "../desk/kinds"
import { patienceOf } from "../desk/patience"
import { openAnswersSent } from "../desk/store-answers"
import { releaseTasks } from "../desk/release-tasks"
import type { RunInput } from "./fire-due-timers"
import { reportError } from "../desk/report-error"
import { withTimeout } from "../desk/with-timeout"

const reconcileStep = createStep(
  "reconcile",
  async (input: RunInput, { container }) =>
    new StepResponse(await walk(input, container))
)

/**
 * A walk of the reconciler without the workflow engine, which may need Redis.
 * Each part begins once the shoppers who are waiting by then have their answers,
 * or have waited long enough.
 *
 * @returns the events to deliver
 */
export async function walk(
  { is_scheduled = false }: RunInput,
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const parts = [
    async () => {
      if (is_scheduled) {
        await followUp.markRun("scheduled_walk")
      }
      return []
    },
    () => syncNewRecords("order", container),
    () => syncNewRecords("customer", container),
    () => retryFailedRecords("order", container),
    () => retryFailedRecords("customer", container),
    () => syncActiveTasks(container),
    () => releaseTasks(null, container),
    () => forgetCommandKeys(container),
    async () => {
      await countLeftOut(container)
      return []
    },
    ...kindsOf(container).map((kind) => () => reconcileKind(kind, container)),
  ]
  const event_ids: string[] = []
  let failed = 0
  for (const part of parts) {
    await openAnswersSent(patienceOf(container).answer_ms)
    try {
      event_ids.push(...(await part()))
    } catch (error) {
      failed += 1
      // A part that fails must not keep the others from running.
      reportError(
        "a part of the reconciler failed and will run again",
        error,
        container
      )
      if (isBusy(error)) {
        // Each of the others would wait for the same lock.
        break
      }
    }
  }
  if (failed === 0) {
    await followUp.markRun("walk")
  }
  return event_ids
}

/**
 * Finds what an event should have opened or closed but did not, from the orders
 * and customers themselves, and repairs it with the true times.
 */
export const reconcileWorkflow = createWorkflow(
  { name: "follow-ups-reconcile" },
  (input: RunInput) => {
    const event_ids = reconcileStep(input)
    return new WorkflowResponse(deliverEventsStep(event_ids))
  }
)

async function reconcileKind(
  { declaration: { kind }, handlers }: Kind,
  container: MedusaContainer
): Promise<[]> {
  const { reconcile_ms } = patienceOf(container)
  await withTimeout(
    Promise.resolve(handlers.reconcile?.(clockOf(container).now(), container)),
    reconcile_ms,
    `the part of ${kind} took more than ${reconcile_ms / 1_000} seconds`
  )
  return []
}

async function forgetCommandKeys(container: MedusaContainer): Promise<[]> {
  await container
    .resolve(FOLLOW_UP_MODULE)
    .forgetCommandKeys(clockOf(container).now())
  return []
}
